import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/organisation.service.js';
import { forbidden } from '../platform/errors/app-error.js';
import { UsersService } from '../users/users.service.js';

/** Who may make rooms, as the organisation says. */
@Injectable()
export class RoomCreators {
  constructor(
    private readonly organisation: Organisation,
    private readonly users: UsersService,
  ) {}

  /** @throws AppError `forbidden` for a member where only admins may */
  async assertMay(userId: string): Promise<void> {
    const { whoMayCreateRooms } = await this.organisation.current();
    if (whoMayCreateRooms === 'everyone') return;
    const user = (await this.users.findMany([userId])).get(userId);
    if (!user || user.role === 'member') throw forbidden('Only admins may make rooms here. Ask one of them.');
  }
}
