import { Component, computed, inject, resource, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { t } from '../../language/texts';
import { OpenLists } from '../../open-lists';
import type { HoldsChanges } from '../../settings/unsaved-changes';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Skeletons } from '../../ui/skeletons';
import { refreshOnReturn } from '../table/refresh-on-return';
import { OrganisationApi } from './organisation-api';
import { OrganisationForm } from './organisation-form';
import { OrganisationLogo } from './organisation-logo';

/** `/admin/organisation`: what holds for everybody. */
@Component({
  selector: 'app-organisation-page',
  imports: [EmptyState, Icon, MatButtonModule, OpenLists, OrganisationForm, OrganisationLogo, Skeletons],
  template: `
    <div class="inner">
      <header>
        <app-open-lists />
        <h1>{{ t('admin.organisation') }}</h1>
      </header>
      @if (known(); as settings) {
        <app-organisation-logo [url]="settings.logoUrl" (changed)="take($event)" />
        <app-organisation-form [settings]="settings" (saved)="take($event)" />
      } @else if (settings.error()) {
        <app-empty-state
          icon="cloud_alert"
          tone="error"
          [heading]="t('admin-organisation.failed')"
          [text]="t('ui.noAnswer')"
        >
          <button matButton="tonal" (click)="settings.reload()">
            <app-icon name="refresh" />{{ t('ui.tryAgain') }}
          </button>
        </app-empty-state>
      } @else {
        <app-skeletons of="file" [count]="6" />
      }
    </div>
  `,
  styleUrl: './organisation-page.scss',
})
export class OrganisationPage implements HoldsChanges {
  protected readonly t = t;
  private readonly api = inject(OrganisationApi);
  private readonly form = viewChild(OrganisationForm);
  protected readonly settings = resource({ loader: () => this.api.show() });
  protected readonly known = computed(() => (this.settings.hasValue() ? this.settings.value() : undefined));

  constructor() {
    refreshOnReturn(() => this.refresh());
  }

  hasUnsavedChanges(): boolean {
    return this.form()?.hasUnsavedChanges() ?? false;
  }

  protected take(settings: OrganisationSettings): void {
    this.settings.set(settings);
  }

  /** Quietly: what is there stays when nothing comes. */
  private async refresh(): Promise<void> {
    const settings = await this.api.show().catch(() => undefined);
    if (settings !== undefined && settings.version !== this.known()?.version) this.settings.set(settings);
  }
}
