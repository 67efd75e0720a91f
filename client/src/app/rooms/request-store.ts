import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';
import { RoomActions } from './room-actions';
import { RoomsApi } from './rooms-api';

/** Who asks to join the room on screen, for those who may let them in; for all others there is nobody. */
@Injectable({ providedIn: 'root' })
export class RequestStore {
  private readonly api = inject(RoomsApi);
  private readonly members = inject(MemberStore);
  private readonly current = inject(CurrentRoom);
  private readonly actions = inject(RoomActions);
  private turn = 0;
  private readonly known = signal<{ roomId: string; users: readonly User[] } | null>(null);
  /** The room whose requests may be answered here. */
  private readonly roomId = computed(() => (this.actions.canManageMembers() ? this.current.room()?.id : undefined));
  private readonly count = computed(() => this.current.room()?.requestCount);

  readonly requests = computed(() => {
    const known = this.known();
    return known !== null && known.roomId === this.roomId() ? known.users : [];
  });

  constructor() {
    const socket = inject(ChatSocket);
    socket.on('membership', ({ roomId, user }) => this.drop(roomId, user.id));
    effect(() => {
      const roomId = this.roomId();
      // Those who keep the room are told how many ask, not who; what was missed comes with the next connection.
      this.count();
      socket.connections();
      if (roomId !== undefined) untracked(() => void this.load(roomId));
    });
  }

  /** Makes them a member. @throws ServerError */
  async accept(user: User): Promise<void> {
    await this.members.add(user.username);
    this.drop(this.roomId(), user.id);
  }

  /** Turns the request down. @throws ServerError */
  async dismiss(user: User): Promise<void> {
    const roomId = this.roomId();
    if (roomId === undefined) return;
    await this.api.dismissRequest(roomId, user.username);
    this.drop(roomId, user.id);
  }

  private async load(roomId: string): Promise<void> {
    const turn = (this.turn += 1);
    try {
      const users = await this.api.requests(roomId);
      if (turn === this.turn) this.known.set({ roomId, users });
    } catch {
      // What is known stays; the next connection asks again.
    }
  }

  private drop(roomId: string | undefined, userId: string): void {
    this.known.update((known) =>
      known?.roomId === roomId && known !== null
        ? { ...known, users: known.users.filter(({ id }) => id !== userId) }
        : known,
    );
  }
}
