import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import type { Membership, MembershipPage, MembersQuery } from '#contracts/room.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { UsersService } from '../users/users.service.js';
import { type MemberRecord, type MembershipChanges, MembersRepository } from './members.repository.js';
import { presentMembership } from './membership.presenter.js';
import { RoomsService } from './rooms.service.js';

/** Who belongs to rooms, shown. */
@Injectable()
export class MemberList {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
  ) {}

  /** A page of members by name. @throws AppError `not_found` for a room that the user may not read */
  async list(
    userId: string,
    reference: string,
    { q, cursor, limit = LIMITS.pageSize.default }: MembersQuery,
  ): Promise<MembershipPage> {
    const { roomId } = await this.rooms.open(userId, reference);
    const [sortedBy, id] = cursor === undefined ? [] : readCursor(cursor, ['string', 'id']);
    const after = sortedBy !== undefined && id !== undefined ? { sortedBy, id } : undefined;
    const found = await this.members.list(roomId, { text: q, limit: limit + 1, ...(after && { after }) });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = found.length > limit && last ? writeCursor([last.sortedBy, last.userId]) : undefined;
    return { items: await this.present(page), ...(nextCursor !== undefined && { nextCursor }) };
  }

  /** One user's place in a room, also when it has ended. @throws AppError `not_found` when there never was one */
  async show(roomId: string, userId: string): Promise<Membership> {
    const member = await this.members.find(roomId, userId);
    const [membership] = member ? await this.present([member]) : [];
    if (!membership) throw notFound();
    return membership;
  }

  /** True for a member. */
  async has(roomId: string, userId: string): Promise<boolean> {
    return (await this.members.find(roomId, userId))?.leftAt === null;
  }

  /** The user's own rows written since a transaction, also of rooms they left; all present ones without it. */
  async listOwn(userId: string, sinceXid: string | undefined): Promise<MemberRecord[]> {
    return this.members.listOwn(userId, sinceXid);
  }

  /** The rooms that users are members of. */
  async roomsOf(userIds: readonly string[]): Promise<{ userId: string; roomId: string }[]> {
    return this.members.roomsOf(userIds);
  }

  /** What became of the users' memberships since a transaction, and the one to ask from next; without one only the latter. */
  async changesOf(userIds: readonly string[], since: string | undefined): Promise<MembershipChanges> {
    return this.members.changesOf(userIds, since);
  }

  /** How many of the users are members of each room. */
  async countAmong(roomIds: readonly string[], userIds: readonly string[]): Promise<Map<string, number>> {
    const rows = userIds.length === 0 ? [] : await this.members.countAmong(roomIds, userIds);
    return new Map(rows.map(({ roomId, count }) => [roomId, count]));
  }

  private async present(members: readonly MemberRecord[]): Promise<Membership[]> {
    const users = await this.users.findMany(members.map(({ userId }) => userId));
    return members.flatMap((member) => {
      const user = users.get(member.userId);
      return user ? [presentMembership(member, user)] : [];
    });
  }
}
