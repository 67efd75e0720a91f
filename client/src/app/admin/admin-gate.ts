import { Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink, RouterOutlet } from '@angular/router';
import { t } from '../language/texts';
import { PageTitle } from '../page-title';
import { SessionStore } from '../sign-in/session-store';
import { EmptyState } from '../ui/empty-state';

/** Around every page of the console: whoever ceases to be an admin meanwhile is told so, and led out. */
@Component({
  selector: 'app-admin-gate',
  imports: [EmptyState, MatButtonModule, RouterLink, RouterOutlet],
  template: `
    @if (isOpen()) {
      <router-outlet />
    } @else {
      <app-empty-state
        role="alert"
        icon="shield_person"
        tone="neutral"
        [heading]="t('admin.noLongerAdmin')"
        [text]="t('admin.noLongerAdminText')"
      >
        <a matButton="tonal" routerLink="/">{{ t('frame.home') }}</a>
        <a matButton routerLink="/rooms">{{ t('frame.allRooms') }}</a>
      </app-empty-state>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
    }
    :host > :not(router-outlet) {
      flex: 1;
      min-height: 0;
    }
    :host > app-empty-state {
      flex: none;
      margin: auto;
    }
  `,
})
export class AdminGate {
  protected readonly t = t;
  private readonly session = inject(SessionStore);
  /** Who is signed out is told so elsewhere. */
  protected readonly isOpen = computed(() => this.session.isAdmin() || this.session.user() === null);

  constructor() {
    const [dialogs, title] = [inject(MatDialog), inject(PageTitle)];
    effect(() => {
      if (this.isOpen()) return;
      title.name(t('admin.noLongerAdmin'));
      // What it would do is refused from now on.
      untracked(() => dialogs.closeAll());
    });
  }
}
