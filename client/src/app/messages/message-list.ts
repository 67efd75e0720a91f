import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { MatContextMenuTrigger } from '@angular/material/menu';
import type { SharedPost } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { PostHero } from '../posts/post-hero';
import { PostStore } from '../posts/post-store';
import type { KnownRoom } from '../rooms/room-state';
import { SessionStore } from '../sign-in/session-store';
import { ActionMenu } from '../ui/action-menu';
import { Icon } from '../ui/icon';
import { Clock, dayLabel } from '../ui/short-time';
import { Skeletons } from '../ui/skeletons';
import { Editing } from './editing';
import { LongPress } from './long-press';
import { MessageRow } from './message-row';
import type { MessageStore } from './message-store';
import { Reader } from './reader';
import { ReadingStart } from './reading-start';
import { buildRows, type Row, type WrittenHere } from './rows';
import { StreamAnnouncer } from './stream-announcer';
import { StreamBlank } from './stream-blank';
import { StreamDrawing } from './stream-drawing';
import { StreamEdge } from './stream-edge';
import { StreamEdits } from './stream-edits';
import { StreamFocus } from './stream-focus';
import { StreamJumps } from './stream-jumps';
import { StreamKeys } from './stream-keys';
import { StreamMenu } from './stream-menu';
import { StreamPages } from './stream-pages';
import { StreamScroll } from './stream-scroll';
import { StreamSelection } from './stream-selection';
import { StreamWindow } from './stream-window';

/** The stream of a post. Made anew for each post, so what it remembers (place, New line) is about one visit. */
@Component({
  selector: 'app-message-list',
  imports: [
    ActionMenu,
    Icon,
    LongPress,
    MatContextMenuTrigger,
    MessageRow,
    PostHero,
    Skeletons,
    StreamBlank,
    StreamEdge,
  ],
  providers: [
    Reader,
    ReadingStart,
    StreamAnnouncer,
    StreamDrawing,
    StreamEdits,
    StreamFocus,
    StreamJumps,
    StreamKeys,
    StreamMenu,
    StreamPages,
    StreamSelection,
    StreamWindow,
  ],
  templateUrl: './message-list.html',
  styleUrl: './message-list.scss',
})
export class MessageList {
  protected readonly t = t;
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
  private readonly stream = viewChild.required<ElementRef<HTMLElement>>('stream');
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private readonly drawn = viewChild.required<ElementRef<HTMLElement>>('drawn');
  private readonly trigger = viewChild.required(MatContextMenuTrigger);
  private readonly scroll = new StreamScroll(
    () => this.settled(),
    () => this.store().isAtEnd(),
  );
  private readonly edits = inject(Editing);
  private readonly drawing = inject(StreamDrawing);
  private readonly start = inject(ReadingStart);
  protected readonly jumps = inject(StreamJumps);
  protected readonly keys = inject(StreamKeys);
  protected readonly menu = inject(StreamMenu);
  protected readonly pages = inject(StreamPages);
  protected readonly selection = inject(StreamSelection);
  protected readonly window = inject(StreamWindow);

  private readonly life = inject(DestroyRef);
  protected readonly jumpedTo = this.jumps.jumpedTo;
  private readonly written: WrittenHere = new Map();
  private readonly ownId = computed(() => this.session.user()?.id ?? '');
  private readonly isReady = computed(() => this.store().phase() === 'ready');
  private readonly pending = computed(() => (this.store().isAtEnd() ? this.store().queue.pending() : []));
  protected readonly rows = computed<Row[]>(() =>
    buildRows(this.store().messages(), this.pending(), this.ownId(), this.start.newAfter(), this.written),
  );
  private readonly authors = computed(
    () =>
      new Set(
        this.store()
          .messages()
          .map(({ authorId }) => authorId),
      ),
  );
  /** Messages below what is on screen: those that came since the reader scrolled up. */
  protected readonly below = computed(() => this.posts.unread(this.post().id));
  protected readonly belowText = computed(() => {
    const count = this.below();
    return count === 0 ? '' : t('messages.below', { count });
  });
  protected readonly showsJump = computed(() => this.isReady() && (this.scroll.isFarUp() || !this.store().isAtEnd()));
  protected readonly showsStart = computed(() => this.isReady() && this.store().isAtStart());
  /** Nobody has written yet. */
  protected readonly isBlank = computed(
    () => this.showsStart() && this.rows().every((row) => row.kind !== 'message' || row.message?.kind === 'system'),
  );

  constructor() {
    const element = () => this.stream().nativeElement;
    this.start.follow({ store: this.store, post: this.post, target: this.target, scroll: this.scroll });
    this.selection.follow(this.rows);
    this.window.follow(this.rows, (row) => this.isHeld(row));
    afterRenderEffect(() => {
      this.window.drawn();
      untracked(() => this.scroll.settle());
    });
    // After that: it looks for what is on screen.
    inject(StreamFocus).follow(this.window.drawn, element);
    this.keys.follow(element, this.store);
    this.pages.follow(this.store, this.scroll);
    this.jumps.follow({ store: this.store, scroll: this.scroll, element });
    inject(StreamEdits).follow(this.store);
    inject(Reader).follow(this.post, this.store, this.scroll.isAtBottom);
    inject(StreamAnnouncer).follow(this.store, this.scroll.isAtBottom);
    effect(() => this.people.need(this.authors()));
    effect(() => {
      if (!this.showsStart()) this.heroToggled.emit(false);
    });
    this.trim();
    afterNextRender(() => this.attach(element()));
    this.life.onDestroy(() => {
      this.scroll.detach();
      this.store().rest();
    });
  }

  protected dayLabel(at: string): string {
    return dayLabel(at, this.clock.now());
  }

  /** The button that had the focus goes: the newest row has it then. */
  protected async jumpToNewest(): Promise<void> {
    await this.jumps.toNewest();
    const newest = this.store().messages().at(-1);
    if (newest !== undefined) this.keys.takeBack(newest);
  }

  /** The row that is gone to becomes the one that Tab comes back to; the stream itself hands the focus on to it. */
  protected focused({ target }: FocusEvent): void {
    const row = (target as Element).closest<HTMLElement>('article');
    if (row !== null) this.selection.choose(row.dataset['key'] ?? null);
    else if (target === this.stream().nativeElement && this.stream().nativeElement.matches(':focus-visible')) {
      this.stream().nativeElement.querySelector<HTMLElement>('article[tabindex="0"]')?.focus();
    }
  }

  /** Listeners that no template has: what they are told many times a second is to draw nothing by itself. */
  private attach(stream: HTMLElement): void {
    this.drawing.attach(stream, this.drawn().nativeElement);
    this.scroll.attach(stream, this.content().nativeElement);
    stream.addEventListener('scroll', () => this.scrolled(), { passive: true });
    stream.addEventListener('pointerdown', (event) => this.menu.touched(event), { passive: true });
    const askFirst = (event: MouseEvent) => (this.trigger().disabled = !this.menu.asked(event));
    stream.addEventListener('contextmenu', askFirst, { capture: true });
  }

  private scrolled(): void {
    this.scroll.measure();
    this.drawing.scrolled();
    this.pages.fill();
  }

  private settled(): void {
    this.drawing.settled();
    this.pages.fill();
  }

  /** What Tab stops at, what is edited and what has a menu stays on the page wherever the reader goes. */
  private isHeld(row: Row): boolean {
    if (row.kind !== 'message') return false;
    const id = row.message?.id ?? null;
    return (
      row.key === this.selection.key() ||
      (id !== null && (id === this.edits.messageId() || id === this.menu.message()?.id))
    );
  }

  private trim(): void {
    effect(() => {
      this.rows();
      untracked(() => {
        const seq = this.scroll.firstSeq();
        if (this.scroll.isAtBottom() && this.store().isAtEnd()) this.store().trim();
        else if (seq !== undefined) this.store().trimAround(seq);
      });
    });
  }
}
