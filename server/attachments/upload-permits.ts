import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';
import { RoomsService } from '../rooms/rooms.service.js';

/** Who may upload into a room, and how much one user may. */
@Injectable()
export class UploadPermits {
  private readonly perUser: RateLimit;

  constructor(
    private readonly rooms: RoomsService,
    limits: RateLimits,
  ) {
    this.perUser = limits.create({ name: 'uploads', points: 200, seconds: 600 });
  }

  /** Counts an upload. @throws AppError `not_found`, `forbidden` for a visitor, `read_only` in an archived room, `rate_limited` */
  async take(userId: string, roomId: string): Promise<void> {
    if (!isId(roomId)) throw notFound();
    await this.rooms.openToWrite(userId, roomId);
    await this.perUser.consume(userId);
  }

  /** Keeps the room from being deleted until the present transaction ends. @throws AppError `not_found` when it went while the file came */
  async keep(roomId: string): Promise<void> {
    await this.rooms.keepStanding(roomId);
  }
}
