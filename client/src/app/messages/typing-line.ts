import { Component, computed, inject, input } from '@angular/core';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { TypingStore } from './typing-store';

/** One line above the composer, always there, so that nothing moves. Never spoken. */
@Component({
  selector: 'app-typing-line',
  host: { 'aria-hidden': 'true' },
  template: `
    @if (text(); as words) {
      <span class="dots"><i></i><i></i><i></i></span>{{ words }}
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
    .dots {
      display: inline-flex;
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

  protected readonly text = computed(() => {
    const others = this.store.in(this.postId()).filter((id) => id !== this.session.user()?.id);
    const [first, second] = others.map((id) => this.people.nameOf(id));
    if (first === undefined) return '';
    if (second === undefined) return `${first} is typing`;
    return others.length === 2 ? `${first} and ${second} are typing` : 'Several people are typing';
  });
}
