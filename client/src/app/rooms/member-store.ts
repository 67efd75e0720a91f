import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Membership, RoomRole } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { compareNames } from '../language/compare-names';
import { PeopleStore } from '../profiles/people-store';
import { PresenceStore } from '../profiles/presence-store';
import { ChatSocket } from '../realtime/chat-socket';
import { CurrentRoom } from './current-room';
import { RoomsApi } from './rooms-api';

/** Who belongs to the room on screen, online and offline. */
@Injectable({ providedIn: 'root' })
export class MemberStore {
  private readonly api = inject(RoomsApi);
  private readonly current = inject(CurrentRoom);
  private readonly people = inject(PeopleStore);
  private readonly presence = inject(PresenceStore);
  private readonly roomId = computed(() => this.current.room()?.id);
  private readonly failedFor = signal<string | undefined>(undefined);
  private readonly known = signal<{ roomId: string; members: ReadonlyMap<string, Membership> } | null>(null);

  readonly members = computed(() => {
    const known = this.known();
    const here = known !== null && known.roomId === this.roomId() ? [...known.members.values()] : [];
    return here
      .filter(({ leftAt }) => leftAt === undefined)
      .sort((one, other) => rank(one) - rank(other) || compareNames(one.user.displayName, other.user.displayName));
  });
  /** Every row of a stream asks. */
  private readonly roles = computed(() => new Map(this.members().map(({ user, role }) => [user.id, role])));
  /** False until they have been fetched, so that nobody is mistaken for no members. */
  readonly isLoaded = computed(() => this.known()?.roomId === this.roomId());
  /** They could not be fetched, and none are known. */
  readonly hasFailed = computed(() => !this.isLoaded() && this.failedFor() === this.roomId());
  readonly online = computed(() => this.members().filter(({ user }) => this.presence.isOnline(user.id)));
  readonly offline = computed(() => this.members().filter(({ user }) => !this.presence.isOnline(user.id)));

  constructor() {
    const socket = inject(ChatSocket);
    socket.on('membership', (membership) => this.apply(membership));
    socket.on('user', (user) => this.renew(user));
    effect(() => {
      const roomId = this.roomId();
      // Joining and every new connection ask again: what changed meanwhile was told to nobody here.
      this.current.isMember();
      socket.connections();
      if (roomId !== undefined) untracked(() => void this.load(roomId));
    });
    this.presence.watch(() => this.members().map(({ user }) => user.id));
  }

  async add(username: string): Promise<void> {
    const roomId = this.roomId();
    if (roomId !== undefined) this.apply(await this.api.putMember(roomId, username));
  }

  /** Gives a member another role; `owner` hands the room over. @throws ServerError */
  async setRole(member: Membership, role: RoomRole): Promise<void> {
    this.apply(await this.api.putMember(member.roomId, member.user.username, role));
  }

  async remove(member: Membership): Promise<void> {
    await this.api.removeMember(member.roomId, member.user.username);
    this.apply({ ...member, leftAt: new Date().toISOString() });
  }

  roleOf(userId: string): Membership['role'] | undefined {
    return this.roles().get(userId);
  }

  /** Asks again, after a failure. */
  tryAgain(): void {
    const roomId = this.roomId();
    this.failedFor.set(undefined);
    if (roomId !== undefined) void this.load(roomId);
  }

  private async load(roomId: string): Promise<void> {
    const before = this.membersOf(roomId);
    try {
      const members = await this.api.members(roomId);
      this.people.put(members.map(({ user }) => user));
      // Another room is on screen by now, and its members may be known already.
      if (roomId !== this.roomId()) return;
      this.known.set({ roomId, members: newest(members, before, this.membersOf(roomId)) });
    } catch {
      // The list stays as it was; the next connection asks again.
      this.failedFor.set(roomId);
    }
  }

  private membersOf(roomId: string): ReadonlyMap<string, Membership> {
    const known = this.known();
    return known?.roomId === roomId ? known.members : new Map();
  }

  private apply(membership: Membership): void {
    this.people.put([membership.user]);
    this.known.update((known) => {
      if (known?.roomId !== membership.roomId) return known;
      const before = known.members.get(membership.user.id);
      if (before !== undefined && before.version > membership.version) return known;
      return { ...known, members: new Map(known.members).set(membership.user.id, membership) };
    });
  }

  /** What somebody is called or looks like, or whether they are still here, is news of no membership. */
  private renew(user: User): void {
    this.known.update((known) => {
      const member = known?.members.get(user.id);
      if (known === null || member === undefined) return known;
      return { ...known, members: new Map(known.members).set(user.id, { ...member, user }) };
    });
  }
}

/**
 * The members as fetched, and what was told of them between asking (`before`) and the answer (`now`), if it is later.
 * Who left stays known with the version of that, so that nothing older brings them back.
 */
function newest(
  fetched: readonly Membership[],
  before: ReadonlyMap<string, Membership>,
  now: ReadonlyMap<string, Membership>,
): ReadonlyMap<string, Membership> {
  const members = new Map(fetched.map((member) => [member.user.id, member]));
  for (const [id, member] of now) {
    const isTold = member !== before.get(id) || member.leftAt !== undefined;
    if (isTold && member.version >= (members.get(id)?.version ?? -1)) members.set(id, member);
  }
  return members;
}

function rank({ role }: Membership): number {
  return role === 'owner' ? 0 : role === 'moderator' ? 1 : 2;
}
