import { computed, inject, Injectable, signal } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { SessionStore } from '../sign-in/session-store';

/** Other words for a message. */
interface Edit {
  /** The message as it was when writing began. */
  base: Message;
  text: string;
}

interface Edits {
  /** Id of the message whose row shows its text as a small composer. */
  current: string | null;
  begun: Readonly<Record<string, Edit>>;
}

const NONE: Edits = { current: null, begun: {} };

/**
 * Which of the messages on screen is being edited in its place, one at most, and what was written in each: it stays while
 * another post is on screen and over a reload of this window.
 */
@Injectable({ providedIn: 'root' })
export class Editing {
  private readonly key = `roomers.edits.${inject(SessionStore).user()?.id ?? ''}`;
  private readonly edits = signal(this.read());
  readonly messageId = computed(() => this.edits().current);
  private awaited = this.messageId();

  start(messageId: string): void {
    this.awaited = messageId;
    this.keep({ ...this.edits(), current: messageId });
  }

  /** Whether the focus goes to where the message is edited: once for each time that it begins, not when its row comes back. */
  takesFocus(messageId: string): boolean {
    const isAwaited = this.awaited === messageId;
    if (isAwaited) this.awaited = null;
    return isAwaited;
  }

  /** What was begun for a message and neither saved nor given up. */
  begun(messageId: string): Edit | undefined {
    return this.edits().begun[messageId];
  }

  write(edit: Edit): void {
    const { current, begun } = this.edits();
    this.keep({ current, begun: { ...begun, [edit.base.id]: edit } });
  }

  /** Saved or given up: the words of the present one go. */
  stop(): void {
    const { current, begun } = this.edits();
    this.keep({ current: null, begun: Object.fromEntries(Object.entries(begun).filter(([id]) => id !== current)) });
  }

  private keep(edits: Edits): void {
    this.edits.set(edits);
    try {
      sessionStorage.setItem(this.key, JSON.stringify(edits));
    } catch {
      // A full or forbidden store: they are kept as long as the page.
    }
  }

  private read(): Edits {
    try {
      return { ...NONE, ...(JSON.parse(sessionStorage.getItem(this.key) ?? '{}') as Partial<Edits>) };
    } catch {
      return NONE;
    }
  }
}
