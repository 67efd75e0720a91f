import { afterNextRender, effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { SessionStore } from '../sign-in/session-store';
import { EditWindow } from './edit-window';
import { Editing } from './editing';
import { MessageStores } from './message-stores';

/** Lets the writer of an empty box go on with what they sent last. */
@Injectable({ providedIn: 'root' })
export class EditLast {
  private readonly editing = inject(Editing);
  private readonly window = inject(EditWindow);
  private readonly stores = inject(MessageStores);
  private readonly session = inject(SessionStore);
  private readonly injector = inject(Injector);
  private begun: { messageId: string; after: () => void } | undefined;

  constructor() {
    effect(() => {
      const messageId = this.editing.messageId();
      untracked(() => this.follow(messageId));
    });
  }

  /** Begins with the newest own message of the post; false when there is none to edit. @param after once it is done */
  start(postId: string, after: () => void): boolean {
    const own = this.session.user()?.id;
    const last = this.stores
      .of(postId)
      .messages()
      .findLast(({ authorId, kind, state }) => authorId === own && kind === 'text' && state === 'live');
    if (last === undefined || !this.window.isOpenFor(last)) return false;
    this.begun = { messageId: last.id, after };
    this.editing.start(last.id);
    return true;
  }

  private follow(messageId: string | null): void {
    const { begun } = this;
    if (begun === undefined || begun.messageId === messageId) return;
    this.begun = undefined;
    // Not into another editing, and after the row has put the focus where it thinks it belongs.
    if (messageId === null) afterNextRender(() => begun.after(), { injector: this.injector });
  }
}
