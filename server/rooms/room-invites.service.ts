import { Injectable } from '@nestjs/common';
import type { CreateRoomInviteDto, NewRoomInvite, RoomInvite } from '#contracts/invite.dto.js';
import { AuditLog } from '../audit/audit-log.js';
import { Transactions } from '../database/transactions.js';
import { RoomLinks } from '../invites/room-links.service.js';
import { notFound } from '../platform/errors/app-error.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';
import { MembersRepository } from './members.repository.js';
import { assertCanModerate } from './room.policy.js';
import { RoomsService } from './rooms.service.js';

const HOUR = 3_600;

/** Links into rooms, made and taken away by those who keep the room. */
@Injectable()
export class RoomInvitesService {
  private readonly made: RateLimit;

  constructor(
    private readonly rooms: RoomsService,
    private readonly links: RoomLinks,
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
    limits: RateLimits,
  ) {
    this.made = limits.create({ name: 'invite link', points: 60, seconds: HOUR });
  }

  /** @throws AppError `not_found`, `forbidden`, `read_only` when the room is archived, `rate_limited` */
  async make(userId: string, reference: string, wish: CreateRoomInviteDto): Promise<NewRoomInvite> {
    const { roomId } = await this.rooms.openToModerate(userId, reference);
    await this.made.consume(userId);
    return this.transactions.run(async () => {
      const link = await this.links.make(userId, roomId, wish);
      const { expiresAt, usesLeft: uses } = link;
      await this.record('invite_link_made', roomId, { linkId: link.id, expiresAt, uses });
      return link;
    });
  }

  /** The links that work: those of who keeps the room now. @throws AppError `not_found`, `forbidden` */
  async list(userId: string, reference: string): Promise<RoomInvite[]> {
    const { roomId } = assertCanModerate(await this.rooms.open(userId, reference));
    return this.links.list(roomId, await this.members.listKeepers(roomId));
  }

  /** @throws AppError `not_found`, `forbidden` */
  async revoke(userId: string, reference: string, id: string): Promise<void> {
    const { roomId } = assertCanModerate(await this.rooms.open(userId, reference));
    await this.transactions.run(async () => {
      if (!(await this.links.revoke(roomId, id))) throw notFound();
      await this.record('invite_link_revoked', roomId, { linkId: id });
    });
  }

  private async record(
    action: 'invite_link_made' | 'invite_link_revoked',
    roomId: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    const name = (await this.rooms.describe(roomId))?.name;
    await this.audit.record({
      action,
      target: { type: 'room', id: roomId, ...(name !== undefined && { name }) },
      details,
    });
  }
}
