import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { SessionStore } from './sign-in/session-store';
import { EmptyState } from './ui/empty-state';

const SECOND_MS = 1_000;

/** In place of everything while the server does not answer at the start. Only the heading is spoken, not every second. */
@Component({
  selector: 'app-update-page',
  imports: [EmptyState],
  template: `
    <main>
      <app-empty-state
        icon="handyman"
        heading="Roomers is being updated"
        text="It usually takes two minutes. This page reloads by itself."
      >
        <span class="next" aria-hidden="true">
          <span class="dots"><i></i><i></i><i></i></span>
          {{ seconds() > 0 ? 'Checking again in ' + seconds() + ' s' : 'Checking' }}
        </span>
      </app-empty-state>
    </main>
    <span class="visually-hidden" role="status">Roomers is being updated. This page reloads by itself.</span>
  `,
  styleUrl: './update-page.scss',
})
export class UpdatePage {
  private readonly session = inject(SessionStore);
  private readonly now = signal(Date.now());
  protected readonly seconds = computed(() => {
    const next = this.session.nextTryAt();
    return next === null ? 0 : Math.max(0, Math.ceil((next - this.now()) / SECOND_MS));
  });

  constructor() {
    const timer = setInterval(() => this.now.set(Date.now()), SECOND_MS / 4);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
