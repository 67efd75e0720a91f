import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DestroyRef, effect, inject, Injectable, type Signal, untracked } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import type { MessageStore } from './message-store';

const EVERY_MS = 2_000;
const LENGTH = 120;
const MOST_SPOKEN = 3;

/** Speaks new messages of others, a few words each and not all the time; nothing while scrolled up. */
@Injectable()
export class StreamAnnouncer {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private spokenTo = Infinity;
  private waiting: Message[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  follow(store: Signal<MessageStore>, isAtBottom: Signal<boolean>): void {
    effect(() => {
      const messages = store().messages();
      if (store().phase() !== 'ready') return;
      untracked(() => this.take(messages, isAtBottom()));
    });
  }

  private take(messages: readonly Message[], isListening: boolean): void {
    const last = messages.at(-1)?.seq ?? 0;
    const ownId = this.session.user()?.id;
    const fresh = messages.filter(({ seq, authorId }) => seq > this.spokenTo && authorId !== ownId);
    this.spokenTo = this.spokenTo === Infinity ? last : Math.max(this.spokenTo, last);
    if (!isListening || fresh.length === 0) return;
    this.waiting.push(...fresh);
    this.timer ??= setTimeout(() => this.speak(), EVERY_MS);
  }

  private speak(): void {
    this.timer = undefined;
    const messages = this.waiting;
    this.waiting = [];
    const words =
      messages.length > MOST_SPOKEN
        ? `${messages.length} new messages`
        : messages.map(({ authorId, text }) => `${this.people.nameOf(authorId)}: ${text.slice(0, LENGTH)}`).join('. ');
    void this.announcer.announce(words, 'polite');
  }
}
