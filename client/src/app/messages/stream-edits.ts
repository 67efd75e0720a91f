import { afterNextRender, effect, inject, Injectable, Injector, type Signal, untracked } from '@angular/core';
import { Editing } from './editing';
import type { MessageStore } from './message-store';
import { StreamKeys } from './stream-keys';

/** Brings the message that is being edited into view, and the focus back to its row afterwards. */
@Injectable()
export class StreamEdits {
  private readonly editing = inject(Editing);
  private readonly keys = inject(StreamKeys);
  private readonly injector = inject(Injector);

  follow(store: Signal<MessageStore>): void {
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
      afterNextRender(() => (isOver ? this.keys.takeBack(message) : this.keys.show(message)), {
        injector: this.injector,
      });
    });
  }
}
