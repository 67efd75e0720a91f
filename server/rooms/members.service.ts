import { Injectable } from '@nestjs/common';
import type { Membership, RoomRole } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import { UsersService } from '../users/users.service.js';
import { MemberList } from './member-list.js';
import { MembersRepository } from './members.repository.js';
import { Memberships } from './memberships.js';
import { assertCanModerate, assertCanRemove, assertCanSetRole } from './room.policy.js';
import { RoomsService } from './rooms.service.js';

/** Who belongs to rooms, changed by those who may. */
@Injectable()
export class MembersService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersRepository,
    private readonly memberships: Memberships,
    private readonly list: MemberList,
    private readonly users: UsersService,
  ) {}

  /** Joins a public room; nothing for a member. @throws AppError `not_found` for a private room of others */
  async join(userId: string, reference: string): Promise<Membership> {
    const { roomId } = await this.rooms.open(userId, reference);
    await this.memberships.join(roomId, userId, 'member');
    return this.list.show(roomId, userId);
  }

  /** Leaves a room; nothing for a visitor. @throws AppError `room_owner_cannot_leave` */
  async leave(userId: string, reference: string): Promise<void> {
    const access = await this.rooms.open(userId, reference);
    if (access.role === null) return;
    assertCanRemove({ ...access, role: 'owner' }, access.role);
    await this.memberships.end(access.roomId, userId);
  }

  /**
   * Adds a member, or gives one another role; `owner` hands the room over.
   * @throws AppError `not_found` for an unknown room or user, `forbidden`, `room_owner_cannot_leave`
   */
  async put(userId: string, reference: string, username: string, wanted: RoomRole | undefined): Promise<Membership> {
    const access = assertCanModerate(await this.rooms.open(userId, reference));
    const user = await this.findCandidate(username, wanted);
    const present = await this.roleOf(access.roomId, user.id);
    const role = wanted ?? present ?? 'member';
    assertCanSetRole(access, present, role);
    if (present === null) await this.memberships.join(access.roomId, user.id, 'member');
    if ((present ?? 'member') !== role) await this.memberships.setRole(access.roomId, user.id, role, userId);
    return this.list.show(access.roomId, user.id);
  }

  /** Takes a member out. @throws AppError `not_found` when they are none, `forbidden`, `room_owner_cannot_leave` */
  async remove(userId: string, reference: string, username: string): Promise<void> {
    const access = assertCanModerate(await this.rooms.open(userId, reference));
    const user = await this.users.findByUsername(username);
    const present = await this.roleOf(access.roomId, user.id);
    if (present === null) throw notFound();
    assertCanRemove(access, present);
    await this.memberships.end(access.roomId, user.id);
  }

  private async roleOf(roomId: string, userId: string): Promise<RoomRole | null> {
    const member = await this.members.find(roomId, userId);
    return member && !member.leftAt ? member.role : null;
  }

  /** Who is invited can be in a room before they come, but not own it. */
  private async findCandidate(username: string, wanted: RoomRole | undefined): Promise<User> {
    const user = await this.users.findByUsername(username);
    if (user.status === 'deactivated' || (wanted === 'owner' && user.status === 'invited')) throw notFound();
    return user;
  }
}
