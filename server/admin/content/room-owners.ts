import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { Transactions } from '../../database/transactions.js';
import { fieldError, notFound } from '../../platform/errors/app-error.js';
import { isId } from '../../platform/ids/ids.js';
import { MemberList } from '../../rooms/member-list.js';
import { Memberships } from '../../rooms/memberships.js';
import type { RoomRecord } from '../../rooms/room-record.js';
import { RoomsService } from '../../rooms/rooms.service.js';
import { UsersService } from '../../users/users.service.js';

/** Other owners for rooms, named by admins: for one whose owner is gone, or does not keep it. */
@Injectable()
export class RoomOwners {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MemberList,
    private readonly memberships: Memberships,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Gives a room another owner; the one before becomes a moderator. Nobody gets into a private room this way.
   * @throws AppError `not_found`, `unknown_user` at `username`
   */
  async set(id: string, username: string): Promise<void> {
    if (!isId(id)) throw notFound();
    await this.transactions.run(async () => {
      // First, so that of two changes at once the second finds the owner whom the first made.
      await this.rooms.touch(id);
      const room = await this.rooms.describe(id);
      if (!room) throw notFound();
      const userId = await this.findHeir(room, username);
      if (userId === room.ownerId) return;
      await this.memberships.join(id, userId, 'member');
      await this.memberships.setRole(id, userId, 'owner', room.ownerId);
      await this.audit.record({
        action: 'room_owner_changed',
        target: { type: 'room', id, name: room.name },
        details: { ownerId: { from: room.ownerId, to: userId }, username },
      });
    });
  }

  private async findHeir({ id, visibility }: RoomRecord, username: string): Promise<string> {
    const user = await this.users.findByUsername(username).catch(() => undefined);
    if (user?.status !== 'active') throw unknownUser('Nobody who can sign in has this username.');
    if (visibility === 'private' && !(await this.members.has(id, user.id)))
      throw unknownUser('The new owner of a private room is one of its members.');
    return user.id;
  }
}

function unknownUser(message: string): Error {
  return fieldError('username', 'unknown_user', message);
}
