import { computed, debounced, inject, Injectable, linkedSignal, resource } from '@angular/core';
import { ChatSocket } from '../realtime/chat-socket';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

const SETTLE_MS = 1_000;

/** How many rooms there are for the reader, joined or not. */
@Injectable({ providedIn: 'root' })
export class RoomTotal {
  private readonly api = inject(RoomsApi);
  private readonly store = inject(RoomStore);
  private readonly socket = inject(ChatSocket);
  /** A room more or less here, or a new connection: the number may be another one. */
  private readonly occasion = computed(() => `${this.store.all().length} ${this.socket.connections()}`);
  private readonly settled = debounced(this.occasion, SETTLE_MS);
  private readonly counted = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() : undefined),
    loader: () => this.api.count(),
  });
  /** Nothing until it is known; the last known number while it is asked for again. */
  readonly total = linkedSignal<number | undefined, number | undefined>({
    source: () => (this.counted.hasValue() ? this.counted.value() : undefined),
    computation: (count, before) => count ?? before?.value,
  }).asReadonly();
}
