import { Injectable } from '@nestjs/common';
import type { InviteDetails } from '#contracts/invite.dto.js';
import { Transactions } from '../database/transactions.js';
import { type Invite, inviteUnusable } from '../invites/invite.js';
import { InvitesService } from '../invites/invites.service.js';
import { Organisation } from '../organisation/organisation.service.js';
import { UsersService } from '../users/users.service.js';
import { InvitedRooms, type Leading } from './invited-rooms.js';
import { MembersRepository } from './members.repository.js';
import type { RoomName } from './rooms.repository.js';

/** Invitations, read by whoever holds one and accepted by who has an account. */
@Injectable()
export class InviteAcceptance {
  constructor(
    private readonly invites: InvitesService,
    private readonly rooms: InvitedRooms,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
    private readonly organisation: Organisation,
    private readonly transactions: Transactions,
  ) {}

  /** What an invitation says. @throws AppError `invite_unusable` */
  async describe(token: string): Promise<InviteDetails> {
    const invite = await this.invites.find(token);
    const rooms = await this.rooms.find(leading(invite));
    if (rooms.length === 0 && invite.email === null) throw inviteUnusable();
    const { name: organisationName, registration } = await this.organisation.current();
    return {
      ...{ organisationName, inviterName: invite.makerName, roomNames: rooms.map(({ name }) => name) },
      ...(invite.email !== null && { email: invite.email }),
      admitsNewcomers: invite.admitsNewcomers || registration === 'open',
      expiresAt: invite.expiresAt.toISOString(),
    };
  }

  /**
   * Makes a user a member of the rooms of an invitation; who is one already uses nothing up.
   * @throws AppError `invite_unusable`, also for one that is for somebody else
   */
  async accept(userId: string, token: string): Promise<RoomName[]> {
    const invite = await this.invites.find(token);
    await this.assertIsFor(userId, invite);
    return this.transactions.run(async () => {
      const rooms = await this.rooms.hold(leading(invite));
      const ids = rooms.map(({ id }) => id);
      const joined = await this.members.memberOf(userId, ids);
      if (rooms.length === 0 || joined.length < rooms.length) await this.invites.accept(invite, userId);
      return rooms;
    });
  }

  private async assertIsFor(userId: string, { email }: Invite): Promise<void> {
    if (email === null) return;
    const account = await this.users.findAccount(userId);
    if (account?.email.toLowerCase() !== email.toLowerCase()) throw inviteUnusable();
  }
}

function leading({ makerId, roomIds, email }: Invite): Leading {
  return { makerId, roomIds, isPersonal: email !== null };
}
