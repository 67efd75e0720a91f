import { inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import type { Action } from '../ui/action';
import { ActionSheets } from '../ui/action-sheets';
import { Viewport } from '../ui/viewport';
import { DeferredActions } from './deferred-actions';
import { isLive } from './message-facts';
import { MessageVerbs } from './message-verbs';
import { StreamKeys } from './stream-keys';

/** Decides what a row's own menu is: actions at the pointer, a sheet for fingers and on phones, or that of the browser. */
@Injectable()
export class StreamMenu {
  private readonly verbs = inject(MessageVerbs);
  private readonly sheets = inject(ActionSheets);
  private readonly viewport = inject(Viewport);
  private readonly keys = inject(StreamKeys);
  private readonly deferred = new DeferredActions();
  private isTouched = false;

  /** The message whose menu or sheet is open. */
  readonly message = signal<Message | null>(null);
  /** What may be done with it at the moment; it stays while the menu goes. */
  readonly actions = linkedSignal<Message | null, readonly Action[]>({
    source: this.message,
    computation: (message, before) =>
      message === null ? (before?.value ?? []) : this.deferred.of(this.verbs.actionsOf(message)),
  }).asReadonly();

  /** True when the row's menu is to open where the event says. A sheet is opened here. */
  asked(event: MouseEvent): boolean {
    const message = this.messageOf(event);
    if (message === undefined) return false;
    if (!this.isTouched && !this.viewport.isCompact()) {
      this.message.set(message);
      return true;
    }
    event.preventDefault();
    void this.openSheet(message);
    return false;
  }

  /** A finger rests on a row. */
  pressed(event: PointerEvent): void {
    const message = this.messageOf(event);
    if (message !== undefined) void this.openSheet(message);
  }

  touched({ pointerType }: PointerEvent): void {
    this.isTouched = pointerType === 'touch';
  }

  /** The menu or sheet has gone: its row has the focus again. */
  closed(): void {
    const message = this.message();
    this.message.set(null);
    if (message !== null) this.keys.focus(message);
    this.deferred.run();
  }

  private async openSheet(message: Message): Promise<void> {
    // The browser's own long press comes a moment later.
    if (this.message() !== null) return;
    this.message.set(message);
    await this.sheets.open(this.actions, t('messages.actions')).finally(() => this.closed());
  }

  /** Links, marked text and a held Shift key keep the browser's menu. */
  private messageOf(event: MouseEvent): Message | undefined {
    const target = event.target as Element;
    if (event.shiftKey || target.closest('a, textarea, app-message-edit') !== null || hasMarkedText()) return undefined;
    const message = this.keys.messageAt(target);
    return message !== undefined && isLive(message) ? message : undefined;
  }
}

function hasMarkedText(): boolean {
  return getSelection()?.isCollapsed === false;
}
