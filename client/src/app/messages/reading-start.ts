import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  linkedSignal,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import type { SharedPost } from '#contracts/post.dto.js';
import { PostStore } from '../posts/post-store';
import type { MessageStore } from './message-store';
import { StreamJumps } from './stream-jumps';
import { StreamPlaces } from './stream-places';
import type { StreamScroll } from './stream-scroll';

/** One visit to a post. */
interface Visit {
  store: Signal<MessageStore>;
  post: Signal<SharedPost>;
  /** Number of the message that the address points at. */
  target: Signal<number | undefined>;
  scroll: StreamScroll;
}

/** Where reading begins on a visit, and that who writes is brought to what they wrote. */
@Injectable()
export class ReadingStart {
  private readonly posts = inject(PostStore);
  private readonly jumps = inject(StreamJumps);
  private readonly places = inject(StreamPlaces);
  private readonly life = inject(DestroyRef);
  private readonly visit = signal<Visit | undefined>(undefined);

  /** What the device kept may be shown already; where reading begins is known once the server has said what is new. */
  private readonly isWhole = computed(() => {
    const store = this.visit()?.store();
    return store !== undefined && store.phase() === 'ready' && store.isFresh();
  });
  private readonly read = linkedSignal<boolean, number | null>({
    source: this.isWhole,
    computation: (isWhole) => (isWhole ? untracked(() => this.firstRead()) : null),
  });

  /** Number of the last message that was read before: set once the stream is whole; null when nothing is new, and after sending. */
  readonly newAfter = this.read.asReadonly();

  follow(visit: Visit): void {
    this.visit.set(visit);
    effect(() => {
      const target = visit.target();
      if (this.isWhole()) untracked(() => this.start(visit, target));
    });
    this.followSending(visit);
    this.life.onDestroy(() => this.places.keep(visit.post().id, visit.scroll.place()));
  }

  /**
   * Where the address points, else what is new, however much it is, else where the reader left the stream since the page
   * was opened.
   */
  private start({ store, post }: Visit, target: number | undefined): void {
    const after = this.read();
    const place = this.places.of(post().id);
    if (target !== undefined) void this.jumps.toMessage(target);
    else if (after !== null) void this.jumps.toFirstNew(after + 1);
    else if (place !== undefined) void this.jumps.toPlace(place);
    // Left in the middle of what was said long ago.
    else if (!store().isAtEnd()) void this.jumps.toNewest();
  }

  /** What waited unsent before the visit does not count. */
  private followSending(visit: Visit): void {
    let before: number | undefined;
    effect(() => {
      // Not what is pending: a quick answer takes it away before anybody has looked.
      const count = visit.store().queue.added();
      if (before !== undefined && count > before) untracked(() => this.sent(visit));
      before = count;
    });
  }

  private sent({ store, scroll }: Visit): void {
    this.read.set(null);
    if (!scroll.isAtBottom() || !store().isAtEnd()) void this.jumps.toNewest();
  }

  private firstRead(): number | null {
    const visit = this.visit();
    if (visit === undefined) return null;
    const readSeq = this.posts.readSeq(visit.post().id);
    return readSeq !== undefined && readSeq < visit.store().lastSeq() ? readSeq : null;
  }
}
