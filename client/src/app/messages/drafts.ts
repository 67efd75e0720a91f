import { computed, inject, Injectable, signal } from '@angular/core';
import { SessionStore } from '../sign-in/session-store';

/** What was begun in each post; stays on this device over reloads and a lost session. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(SessionStore);
  private readonly prefix = computed(() => `roomers.draft.${this.session.user()?.id ?? ''}.`);
  private readonly texts = signal<ReadonlyMap<string, string>>(new Map());
  /** The drafts of the account that is signed in, by post. */
  readonly all = computed(() => {
    const written = this.texts();
    const prefix = this.prefix();
    const kept = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ''] as const);
    return new Map([...kept, ...[...written].filter(([, text]) => text !== '')]);
  });

  read(postId: string): string {
    return localStorage.getItem(this.prefix() + postId) ?? '';
  }

  write(postId: string, text: string): void {
    if (text === '') localStorage.removeItem(this.prefix() + postId);
    else localStorage.setItem(this.prefix() + postId, text);
    this.texts.update((texts) => new Map(texts).set(postId, text));
  }

  has(postId: string): boolean {
    return (this.all().get(postId) ?? '').trim() !== '';
  }
}
