import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { t } from './language/texts';
import { SessionStore } from './sign-in/session-store';
import { EmptyState } from './ui/empty-state';

const SECOND_MS = 1_000;

/** In place of everything while the server does not answer at the start. Only the heading is spoken, not every second. */
@Component({
  selector: 'app-update-page',
  imports: [EmptyState],
  template: `
    <main>
      <app-empty-state icon="handyman" [heading]="t('frame.updating')" [text]="t('frame.updatingText')">
        <span class="next" aria-hidden="true">
          <span class="dots"><i></i><i></i><i></i></span>
          {{ seconds() > 0 ? t('frame.checkingIn', { count: seconds() }) : t('frame.checking') }}
        </span>
      </app-empty-state>
    </main>
    <span class="visually-hidden" role="status">{{ t('frame.updatingSpoken') }}</span>
  `,
  styleUrl: './update-page.scss',
})
export class UpdatePage {
  protected readonly t = t;
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
