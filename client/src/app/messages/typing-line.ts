import { Component, computed, inject, input } from '@angular/core';
import { type TextPart, textParts } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { languageOf } from '../ui/language';
import { splitName } from '../ui/person-name';
import { TypingStore } from './typing-store';

/** One line above the composer, always there, so that nothing moves. Never spoken. */
@Component({
  selector: 'app-typing-line',
  host: { 'aria-hidden': 'true' },
  template: `
    @if (words(); as parts) {
      <span class="dots"><i></i><i></i><i></i></span>
      <span class="ellipsis">
        @for (part of parts; track $index) {
          @if (part.name) {
            <b [attr.lang]="languageOf(part.text)">{{ part.text }}</b>
          } @else {
            <span>{{ part.text }}</span>
          }
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: center;
      gap: 8px;
      height: 22px;
      padding: 0 24px 0 78px;
      color: var(--app-faint);
      font: var(--mat-sys-label-medium);
      font-weight: 450;
    }
    b {
      color: var(--mat-sys-on-surface-variant);
      font-weight: 600;
    }
    .dots {
      display: inline-flex;
      flex: none;
      gap: 3px;
    }
    i {
      width: 5px;
      height: 5px;
      border-radius: 50%;
      background: var(--mat-sys-primary);
      animation: dot 1.2s infinite;
    }
    i:nth-child(2) {
      opacity: 0.7;
      animation-delay: 0.15s;
    }
    i:nth-child(3) {
      opacity: 0.45;
      animation-delay: 0.3s;
    }
    @keyframes dot {
      0%,
      60%,
      100% {
        translate: 0 0;
      }
      30% {
        translate: 0 -3px;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      i {
        animation: none;
      }
    }
    :host-context([data-motion='reduced']) i {
      animation: none;
    }
    @media (width < 600px) {
      :host {
        padding: 0 16px 0 62px;
      }
    }
  `,
})
export class TypingLine {
  readonly postId = input.required<string>();
  private readonly store = inject(TypingStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);

  protected readonly languageOf = languageOf;

  /** Of those who type here besides the reader; nothing when nobody does. */
  protected readonly words = computed<TextPart[] | undefined>(() => {
    const others = this.store.in(this.postId()).filter((id) => id !== this.session.user()?.id);
    const [first, second] = others.map((id) => splitName(this.people.nameOf(id)).main);
    if (first === undefined) return undefined;
    if (second === undefined) return textParts('messages.oneTyping', { first });
    return others.length > 2 ? textParts('messages.severalTyping') : textParts('messages.twoTyping', { first, second });
  });
}
