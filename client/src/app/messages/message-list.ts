import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SharedPost } from '#contracts/post.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { PostHero } from '../posts/post-hero';
import { PostStore } from '../posts/post-store';
import type { KnownRoom } from '../rooms/room-state';
import { SessionStore } from '../sign-in/session-store';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Clock, dayLabel } from '../ui/short-time';
import { MessageRow } from './message-row';
import type { MessageStore } from './message-store';
import { Reader } from './reader';
import { buildRows, type Row } from './rows';
import { StreamJumps } from './stream-jumps';
import { StreamScroll } from './stream-scroll';
import { StreamAnnouncer } from './stream-announcer';

/** The stream of a post. Made anew for each post, so what it remembers (place, New line) is about one visit. */
@Component({
  selector: 'app-message-list',
  imports: [EmptyState, Icon, MatButtonModule, MessageRow, PostHero],
  providers: [Reader, StreamAnnouncer, StreamJumps],
  templateUrl: './message-list.html',
  styleUrl: './message-list.scss',
})
export class MessageList {
  readonly store = input.required<MessageStore>();
  readonly post = input.required<SharedPost>();
  readonly room = input.required<KnownRoom>();
  /** Number of the message that the address points at. */
  readonly target = input<number>();
  /** Whether the head of the post is on screen. */
  readonly heroToggled = output<boolean>();

  private readonly session = inject(SessionStore);
  private readonly people = inject(PeopleStore);
  private readonly posts = inject(PostStore);
  private readonly clock = inject(Clock);
  private readonly injector = inject(Injector);
  private readonly stream = viewChild.required<ElementRef<HTMLElement>>('stream');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private readonly scroll = new StreamScroll();

  private readonly jumps = inject(StreamJumps);
  protected readonly jumpedTo = this.jumps.jumpedTo;
  private readonly ownId = computed(() => this.session.user()?.id ?? '');
  private readonly isReady = computed(() => this.store().phase() === 'ready');
  /** Set once when the stream is there; cleared by sending. */
  private readonly newAfter = linkedSignal<boolean, number | null>({
    source: this.isReady,
    computation: (isReady) => (isReady ? untracked(() => this.firstRead()) : null),
  });
  private readonly pending = computed(() => (this.store().isAtEnd() ? this.store().queue.pending() : []));
  protected readonly rows = computed<Row[]>(() =>
    buildRows(this.store().messages(), this.pending(), this.ownId(), this.newAfter()),
  );
  /** Messages below what is on screen: those that came since the reader scrolled up. */
  protected readonly below = computed(() => this.posts.unread(this.post().id));
  protected readonly showsJump = computed(() => this.isReady() && (this.scroll.isFarUp() || !this.store().isAtEnd()));
  protected readonly showsStart = computed(() => this.isReady() && this.store().isAtStart());

  constructor() {
    this.followRows();
    this.startWhereToRead();
    this.followSending();
    this.jumps.follow({ store: this.store, scroll: this.scroll, element: () => this.stream().nativeElement });
    inject(Reader).follow(this.post, this.store, this.scroll.isAtBottom);
    inject(StreamAnnouncer).follow(this.store, this.scroll.isAtBottom);
    effect(() =>
      this.people.need(
        this.store()
          .messages()
          .map(({ authorId }) => authorId),
      ),
    );
    effect(() => {
      if (!this.showsStart()) this.heroToggled.emit(false);
    });
    afterNextRender(() => this.scroll.attach(this.stream().nativeElement, this.content().nativeElement));
    inject(DestroyRef).onDestroy(() => this.scroll.detach());
  }

  protected dayLabel(at: string): string {
    return dayLabel(at, this.clock.now());
  }

  protected async scrolled(): Promise<void> {
    this.scroll.measure();
    if (!this.isReady()) return;
    if (this.scroll.isNearTop() && !this.store().isAtStart()) {
      await this.scroll.keepPlace(() => this.store().loadOlder(), this.injector);
    } else if (this.scroll.isNearBottom() && !this.store().isAtEnd()) {
      await this.scroll.loadOnce(() => this.store().loadNewer());
    }
  }

  protected jumpToNewest(): void {
    void this.jumps.toNewest();
  }

  /** Arrow keys move from message to message while one has the focus. */
  protected moved(event: KeyboardEvent, step: 1 | -1): void {
    const rows = [...this.stream().nativeElement.querySelectorAll<HTMLElement>('article')];
    const at = rows.indexOf(event.target as HTMLElement);
    if (at < 0 && event.target !== this.stream().nativeElement) return;
    event.preventDefault();
    const next = at < 0 ? rows.at(-1) : rows[at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  private firstRead(): number | null {
    const readSeq = this.posts.readSeq(this.post().id);
    return readSeq !== undefined && readSeq < this.store().lastSeq() ? readSeq : null;
  }

  /** Who writes looks at what they wrote, from wherever they were; what waited unsent before does not count. */
  private followSending(): void {
    let before: number | undefined;
    effect(() => {
      const count = this.store().queue.pending().length;
      if (before !== undefined && count > before) untracked(() => this.sent());
      before = count;
    });
  }

  private sent(): void {
    this.newAfter.set(null);
    if (!this.scroll.isAtBottom() || !this.store().isAtEnd()) this.jumpToNewest();
  }

  private followRows(): void {
    afterRenderEffect(() => {
      this.rows();
      this.isReady();
      untracked(() => {
        this.scroll.settle();
        if (this.scroll.isAtBottom() && this.store().isAtEnd()) this.store().trim();
      });
    });
  }

  /** Where the address points, else where the reader left off: what is new begins in sight, however much it is. */
  private startWhereToRead(): void {
    effect(() => {
      const [target, isReady] = [this.target(), this.isReady()];
      if (!isReady) return;
      const after = untracked(this.newAfter);
      if (target !== undefined) untracked(() => void this.jumps.toMessage(target));
      else if (after !== null) untracked(() => void this.jumps.toFirstNew(after + 1));
    });
  }
}
