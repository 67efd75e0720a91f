import { afterNextRender, effect, inject, Injectable, Injector, type Signal, untracked } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import { Notice } from '../ui/notice';
import { Drafts } from './drafts';
import { Editing } from './editing';
import type { MessageStore } from './message-store';
import { isLive } from './message-facts';
import { keyOf } from './rows';
import { StreamKeys } from './stream-keys';
import { StreamSelection } from './stream-selection';

/** Brings the message that is being edited into view, and the focus back to its row afterwards. Words for one that is gone become a draft. */
@Injectable()
export class StreamEdits {
  private readonly editing = inject(Editing);
  private readonly keys = inject(StreamKeys);
  private readonly selection = inject(StreamSelection);
  private readonly drafts = inject(Drafts);
  private readonly notice = inject(Notice);
  private readonly injector = inject(Injector);

  follow(store: Signal<MessageStore>): void {
    effect(() => {
      const edited = store()
        .messages()
        .find(({ id }) => id === this.editing.messageId());
      if (edited !== undefined && !isLive(edited)) untracked(() => this.saveWords(edited));
    });
    this.followFocus(store);
  }

  private saveWords({ id, postId, state }: Message): void {
    const begun = this.editing.begun(id);
    this.editing.stop();
    const words = begun?.text.trim() ?? '';
    if (words === '' || words === begun?.base.text) return;
    this.drafts.add(postId, words);
    if (state !== 'live') this.notice.say(t(`messages.goneWhileEditing_${state}`));
  }

  private followFocus(store: Signal<MessageStore>): void {
    let before: string | null = null;
    effect(() => {
      const id = this.editing.messageId();
      const changed = id ?? before;
      const message = untracked(() =>
        store()
          .messages()
          .find((one) => one.id === changed),
      );
      before = id;
      if (message === undefined) return;
      const isOver = id === null;
      // Else the row would not be on the page any more where it is far from what is on screen.
      if (isOver) this.selection.choose(keyOf(message));
      afterNextRender(() => (isOver ? this.keys.takeBack(message) : this.keys.show(message)), {
        injector: this.injector,
      });
    });
  }
}
