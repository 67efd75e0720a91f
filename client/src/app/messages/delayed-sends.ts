import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Uploads } from '../attachments/uploads';
import { Drafts } from './drafts';
import { MessageStores } from './message-stores';

/** Messages that were sent before their files had arrived: each goes out as soon as they have, whatever is on screen then. */
@Injectable({ providedIn: 'root' })
export class DelayedSends {
  private readonly uploads = inject(Uploads);
  private readonly stores = inject(MessageStores);
  private readonly drafts = inject(Drafts);
  private readonly texts = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    effect(() => {
      for (const [postId, text] of this.texts()) this.advance(postId, text);
    });
  }

  isWaiting(postId: string): boolean {
    return this.texts().has(postId);
  }

  /** Sends the text with the post's files: at once when they have arrived, else once they have. A file that fails calls it off. */
  send(postId: string, text: string): void {
    this.texts.update((texts) => new Map(texts).set(postId, text));
    this.advance(postId, text);
  }

  /** Lets the writer go on with text and files. */
  callOff(postId: string): void {
    this.texts.update((texts) => new Map([...texts].filter(([id]) => id !== postId)));
  }

  private advance(postId: string, text: string): void {
    const states = this.uploads
      .of(postId)
      .items()
      .map(({ state }) => state);
    if (states.includes('failed')) untracked(() => this.callOff(postId));
    else if (!states.includes('uploading')) untracked(() => this.deliver(postId, text));
  }

  private deliver(postId: string, text: string): void {
    this.callOff(postId);
    this.drafts.write(postId, '');
    this.stores.send(postId, text, this.uploads.take(postId));
  }
}
