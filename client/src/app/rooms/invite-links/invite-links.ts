import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { CreateRoomInviteDto, RoomInvite } from '#contracts/invite.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import type { ServerError } from '../../realtime/server-error';
import { Clock } from '../../ui/short-time';
import { RoomStore } from '../room-store';
import { InviteLinksApi } from './invite-links-api';

/** A link as it is listed; its address is known where it was just made. */
export type ListedLink = RoomInvite & { url?: string };

/** The links into one room that work, kept true while somebody looks at them. */
@Injectable()
export class InviteLinks {
  private readonly api = inject(InviteLinksApi);
  private readonly rooms = inject(RoomStore);
  private readonly clock = inject(Clock);
  private readonly roomId = signal<string | undefined>(undefined);
  private readonly known = signal<readonly RoomInvite[] | undefined>(undefined);
  private readonly addresses = signal<ReadonlyMap<string, string>>(new Map());

  /** Undefined until the server has answered. */
  readonly list = computed<ListedLink[] | undefined>(() => {
    const [addresses, now] = [this.addresses(), this.clock.now()];
    return this.known()
      ?.filter(({ expiresAt }) => Date.parse(expiresAt) > now)
      .map((link) => ({ ...link, url: addresses.get(link.id) }));
  });
  // Whoever came in may have come by a link.
  private readonly memberCount = computed(() => this.rooms.room(this.roomId() ?? '')?.memberCount);
  /** Why the list could not be had; what is known stays. */
  readonly problem = signal<ServerError | null>(null);

  constructor() {
    const socket = inject(ChatSocket);
    effect(() => {
      this.roomId();
      this.memberCount();
      socket.connections();
      untracked(() => void this.load());
    });
  }

  /** Whose links these are, from now on. */
  follow(roomId: string): void {
    this.roomId.set(roomId);
  }

  async load(): Promise<void> {
    const roomId = this.roomId();
    if (roomId === undefined) return;
    const before = this.known();
    try {
      const links = await this.api.list(roomId);
      this.problem.set(null);
      if (this.known() === before) this.known.set(links);
      // One was made or revoked meanwhile: the answer may be from before.
      else await this.load();
    } catch (error) {
      this.problem.set(error as ServerError);
    }
  }

  /** @throws ServerError */
  async make(roomId: string, wish: CreateRoomInviteDto): Promise<RoomInvite> {
    const { url, token: _, ...link } = await this.api.make(roomId, wish);
    this.addresses.update((known) => new Map(known).set(link.id, url));
    this.known.update((known = []) => [link, ...known.filter(({ id }) => id !== link.id)]);
    return link;
  }

  /** @throws ServerError */
  async revoke(roomId: string, id: string): Promise<void> {
    try {
      await this.api.revoke(roomId, id);
    } catch (error) {
      // Used up or taken back by somebody else meanwhile: it works no more, which was asked for.
      if ((error as ServerError).code !== 'not_found') throw error;
    }
    this.known.update((known) => known?.filter((link) => link.id !== id));
  }
}
