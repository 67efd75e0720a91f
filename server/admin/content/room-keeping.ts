import { Injectable } from '@nestjs/common';
import type { AuditAction } from '#contracts/audit.dto.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Transactions } from '../../database/transactions.js';
import { Announcer } from '../../messages/announcer.js';
import { notFound } from '../../platform/errors/app-error.js';
import { isId } from '../../platform/ids/ids.js';
import { Memberships } from '../../rooms/memberships.js';
import type { RoomRecord } from '../../rooms/room-record.js';
import { RoomsService } from '../../rooms/rooms.service.js';
import { UsersService } from '../../users/users.service.js';

/** What admins do to rooms, whatever they are there; every deed is recorded. `RoomOwners` gives rooms other owners. */
@Injectable()
export class RoomKeeping {
  constructor(
    private readonly rooms: RoomsService,
    private readonly memberships: Memberships,
    private readonly announcer: Announcer,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /** Makes a room read-only, or ends that. @throws AppError `not_found` */
  async setArchived(id: string, isArchived: boolean): Promise<void> {
    await this.keep(id, async (room) => {
      if (await this.rooms.archive(id, isArchived))
        await this.record(isArchived ? 'room_archived' : 'room_restored', room);
    });
  }

  /**
   * Makes the admin a member, which the room's chat tells everybody in it; nothing when they are one.
   * @throws AppError `not_found`
   */
  async join(adminId: string, id: string): Promise<void> {
    await this.keep(id, async (room) => {
      if (!(await this.memberships.join(id, adminId, 'member'))) return;
      const name = (await this.users.findAccount(adminId))?.displayName ?? '';
      await this.announcer.announce({
        ...{ postId: room.chatPostId, roomId: id, authorId: adminId },
        system: { code: 'admin_joined', params: { name } },
        text: `${name} joined this room as an admin of the organisation.`,
      });
      await this.record('room_joined_by_admin', room);
    });
  }

  private async keep(id: string, act: (room: RoomRecord) => Promise<void>): Promise<void> {
    await this.transactions.run(async () => {
      const room = isId(id) ? await this.rooms.describe(id) : undefined;
      if (!room) throw notFound();
      await act(room);
    });
  }

  private async record(action: AuditAction, { id, name }: RoomRecord): Promise<void> {
    await this.audit.record({ action, target: { type: 'room', id, name } });
  }
}
