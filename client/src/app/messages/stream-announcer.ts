import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DOCUMENT } from '@angular/common';
import { DestroyRef, effect, inject, Injectable, type Signal, untracked } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { drawMarkdown } from './markdown';
import type { MessageStore } from './message-store';
import { systemWords } from './system-text';

const EVERY_MS = 2_000;
const LENGTH = 120;
const MOST_SPOKEN = 3;

/** Speaks new messages of others, a few words each and not all the time; nothing while scrolled up or composing a word. */
@Injectable()
export class StreamAnnouncer {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private spokenTo = Infinity;
  private waiting: Message[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** An input method has the text: a voice would talk over the words that it offers. */
  private isComposing = false;

  constructor() {
    const page = inject(DOCUMENT);
    const begun = () => (this.isComposing = true);
    const ended = () => (this.isComposing = false);
    page.addEventListener('compositionstart', begun);
    page.addEventListener('compositionend', ended);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      page.removeEventListener('compositionstart', begun);
      page.removeEventListener('compositionend', ended);
    });
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
    if (last <= this.spokenTo && this.spokenTo !== Infinity) return;
    const ownId = this.session.user()?.id;
    const fresh = messages.filter(({ seq, authorId }) => seq > this.spokenTo && authorId !== ownId);
    this.spokenTo = last;
    if (!isListening || fresh.length === 0) return;
    this.waiting.push(...fresh);
    this.timer ??= setTimeout(() => this.speak(), EVERY_MS);
  }

  private speak(): void {
    this.timer = undefined;
    if (this.isComposing) {
      this.timer = setTimeout(() => this.speak(), EVERY_MS);
      return;
    }
    const messages = this.waiting;
    this.waiting = [];
    const words =
      messages.length > MOST_SPOKEN
        ? t('messages.below', { count: messages.length })
        : messages.map((message) => this.wordsOf(message)).join('. ');
    void this.announcer.announce(words, 'polite');
  }

  private wordsOf(message: Message): string {
    if (message.kind === 'system') return systemWords(message);
    const text = drawMarkdown(message.text).plain || filesOf(message);
    return `${this.people.nameOf(message.authorId)}: ${text.slice(0, LENGTH)}`;
  }
}

function filesOf({ attachments }: Message): string {
  return t('messages.files', { count: attachments.length });
}
