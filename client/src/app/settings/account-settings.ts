import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { OpenLists } from '../open-lists';
import { OwnProfile } from '../profiles/own-profile';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { EmailForm } from './email-form';
import { GiveUpAccount } from './give-up-account';
import { UsernameForm } from './username-form';

/** `/settings/account`: the name and the address that one signs in with, and the way out for good. */
@Component({
  selector: 'app-account-settings',
  imports: [EmailForm, EmptyState, GiveUpAccount, Icon, MatButtonModule, OpenLists, Skeletons, UsernameForm],
  template: `
    <div class="inner">
      <header>
        <app-open-lists />
        <h1>{{ t('settings.account') }}</h1>
      </header>
      @if (own.value(); as profile) {
        <section aria-labelledby="username-title">
          <h2 id="username-title">{{ t('settings.username') }}</h2>
          <app-username-form [username]="profile.user.username" />
        </section>
        <section aria-labelledby="email-title">
          <h2 id="email-title">{{ t('settings.email') }}</h2>
          <app-email-form [present]="profile.email ?? ''" />
        </section>
        <section aria-labelledby="give-up-title">
          <h2 id="give-up-title">{{ t('settings.giveUp') }}</h2>
          <app-give-up-account />
        </section>
      } @else if (own.hasFailed()) {
        <app-empty-state
          icon="cloud_alert"
          tone="error"
          [heading]="t('settings.accountFailed')"
          [text]="t('ui.noAnswer')"
        >
          <button matButton="tonal" (click)="own.reload()"><app-icon name="refresh" />{{ t('ui.tryAgain') }}</button>
        </app-empty-state>
      } @else {
        <app-skeletons of="person" [count]="4" />
      }
    </div>
  `,
  styleUrl: './account-settings.scss',
})
export class AccountSettings {
  protected readonly t = t;
  protected readonly own = inject(OwnProfile);

  constructor() {
    this.own.reload();
  }
}
