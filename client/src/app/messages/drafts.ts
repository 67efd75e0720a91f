import { inject, Injectable } from '@angular/core';
import { SessionStore } from '../sign-in/session-store';

/** What was begun in each post; stays on this device over reloads and a lost session. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(SessionStore);

  read(postId: string): string {
    return localStorage.getItem(this.key(postId)) ?? '';
  }

  write(postId: string, text: string): void {
    if (text === '') localStorage.removeItem(this.key(postId));
    else localStorage.setItem(this.key(postId), text);
  }

  private key(postId: string): string {
    return `roomers.draft.${this.session.user()?.id ?? ''}.${postId}`;
  }
}
