import { afterNextRender, inject, Injectable, Injector, type Signal } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { writesText } from '../keyboard/pressed-keys';
import { Shortcuts } from '../keyboard/shortcuts';
import { ReadMarks } from '../posts/read-marks';
import type { MessageStore } from './message-store';
import { MessageVerbs } from './message-verbs';
import { ReadingHold } from './reading-hold';
import type { Row, ShownMessage } from './rows';
import { isLost } from './stream-focus';
import { StreamJumps } from './stream-jumps';
import { StreamSelection } from './stream-selection';
import { StreamWindow } from './stream-window';

const COMPOSER = 'app-composer textarea';
const OVERLAY = '.cdk-overlay-container';
const SCROLLED = 'pre, .table';

/** What keys do in a stream: move from message to message and act on the one that has the focus. */
@Injectable()
export class StreamKeys {
  private readonly jumps = inject(StreamJumps);
  private readonly selection = inject(StreamSelection);
  private readonly verbs = inject(MessageVerbs);
  private readonly marks = inject(ReadMarks);
  private readonly hold = inject(ReadingHold);
  private readonly window = inject(StreamWindow);
  private readonly injector = inject(Injector);
  private stream: () => HTMLElement = () => document.body;
  private store: Signal<MessageStore> | undefined;

  constructor() {
    inject(Shortcuts).handle({
      nextMessage: (event) => this.canMove(event) && this.move(1),
      previousMessage: (event) => this.canMove(event) && this.move(-1),
      firstUnread: (event) => this.isIn(event) && this.toFirstUnread(),
      newest: (event) => this.isIn(event) && this.toNewest(),
      openActions: ({ target }) => isRow(target) && this.openActions(target),
      editMessage: () => this.act((message) => this.verbs.edit(message)),
      copyMessage: () => this.act((message) => this.verbs.copyText(message)),
      recallMessage: (event) => this.isIn(event) && this.act((message) => void this.verbs.recall(message)),
      stepBack: (event) => this.stepBack(event),
    });
  }

  follow(stream: () => HTMLElement, store: Signal<MessageStore>): void {
    this.stream = stream;
    this.store = store;
  }

  /** Gives the focus to a message's row. */
  focus(message: Message): void {
    this.rowOf(message)?.focus({ preventScroll: true });
  }

  /** As `focus`, unless something else has it by now. */
  takeBack(message: Message): void {
    if (isLost()) this.focus(message);
  }

  show(message: Message): void {
    this.rowOf(message)?.scrollIntoView({ block: 'nearest' });
  }

  /** The message of a row, or of what is in it. */
  messageAt(target: EventTarget | null): Message | undefined {
    const seq = target instanceof Element && target.closest<HTMLElement>('article')?.dataset['seq'];
    return this.store?.()
      .messages()
      .find((message) => String(message.seq) === seq);
  }

  private move(step: 1 | -1): void {
    const focused = this.elements().find((row) => row.contains(document.activeElement))?.dataset['key'];
    if (focused === undefined) return show(this.lastOnScreen());
    const rows = this.window.rows().filter(isMessage);
    this.reach(rows[rows.findIndex(({ key }) => key === focused) + step]);
  }

  private toFirstUnread(): void {
    const rows = this.window.rows();
    const line = rows.findIndex(({ kind }) => kind === 'new');
    this.reach(rows.slice(Math.max(0, line)).find(isMessage));
  }

  private toNewest(): void {
    void this.jumps.toNewest().then(() => this.elements().at(-1)?.focus({ preventScroll: true }));
  }

  /** Shows a row and gives it the focus, once it is drawn. */
  private reach(row: ShownMessage | undefined): void {
    if (row === undefined) return;
    const element = () => this.elements().find(({ dataset }) => dataset['key'] === row.key);
    if (this.window.isDrawn(row)) return show(element());
    this.window.aim((other) => other === row);
    afterNextRender(() => show(element()), { injector: this.injector });
  }

  /** As a click of the other mouse button at its upper right corner. */
  private openActions(row: HTMLElement): void {
    const { right, top } = row.getBoundingClientRect();
    const place = { clientX: right - 48, clientY: Math.max(top + 20, this.stream().getBoundingClientRect().top) };
    row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
  }

  private act(verb: (message: Message) => void): boolean {
    const message = this.stream().contains(document.activeElement) && this.messageAt(document.activeElement);
    if (message === false || message === undefined) return false;
    verb(message);
    return true;
  }

  /** From the message that is edited to its row, from there to the composer; at rest there, what is new counts as read. */
  private stepBack({ target }: KeyboardEvent): boolean {
    if (!(target instanceof Element) || target.closest(OVERLAY) !== null) return false;
    if (target.closest('app-message-edit') !== null) return true;
    const composer = document.querySelector<HTMLElement>(COMPOSER);
    if (this.stream().contains(document.activeElement) && composer !== null) {
      this.selection.choose(null);
      composer.focus();
      return true;
    }
    return (target === composer || this.isIn({ target })) && this.markRead();
  }

  private markRead(): boolean {
    const store = this.store?.();
    if (store === undefined) return false;
    this.hold.release();
    void this.marks.read(store.postId, store.lastSeq());
    return true;
  }

  /** Letters come here from everywhere outside of texts, arrows only where nothing else wants them. */
  private canMove({ key, target }: KeyboardEvent): boolean {
    if (!(target instanceof Element) || target.closest(OVERLAY) !== null) return false;
    if (!key.startsWith('Arrow')) return true;
    return this.isIn({ target }) && !target.matches(SCROLLED);
  }

  private isIn({ target }: Pick<KeyboardEvent, 'target'>): boolean {
    if (!(target instanceof Element) || writesText(target)) return false;
    return target === document.body || target.matches('main') || this.stream().contains(target);
  }

  private rowOf({ seq }: Message): HTMLElement | null {
    return this.stream().querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  }

  private elements(): HTMLElement[] {
    return [...this.stream().querySelectorAll<HTMLElement>('article')];
  }

  private lastOnScreen(): HTMLElement | undefined {
    const { bottom } = this.stream().getBoundingClientRect();
    return this.elements().findLast((row) => row.getBoundingClientRect().top < bottom - 8);
  }
}

function isRow(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('article[data-key]');
}

function isMessage(row: Row): row is ShownMessage {
  return row.kind === 'message';
}

function show(row: HTMLElement | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
