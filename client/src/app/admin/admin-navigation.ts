import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { t, written } from '../language/texts';
import { Icon } from '../ui/icon';
import { ADMIN_PAGES } from './admin-pages';
import { HealthWatch } from './health/health-watch';
import { conditionOf } from './health/health-words';
import { PeopleCounts } from './people/people-counts';

const EVERY_MS = 60_000;

/** The left sidebar of the console. */
@Component({
  selector: 'app-admin-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <header>
      <h2>{{ t('frame.admin') }}</h2>
    </header>
    <nav class="scroll" [attr.aria-label]="t('frame.admin')">
      @for (page of pages; track page.path) {
        <a [routerLink]="page.path" routerLinkActive ariaCurrentWhenActive="page" #link="routerLinkActive">
          <app-icon [name]="link.isActive ? page.chosenIcon : page.icon" />
          <span class="grow">{{ t(page.label) }}</span>
          @if (page.path === '/admin/people' && counts.value(); as known) {
            <span class="tabular count">{{ written(known.total) }}</span>
          }
          @if (page.path === '/admin/health' && troubles() > 0) {
            <span class="dot" role="img" [attr.aria-label]="conditionOf(troubles())"></span>
          }
        </a>
      }
    </nav>
  `,
  styleUrls: ['../settings/settings-navigation.scss', './admin-navigation.scss'],
})
export class AdminNavigation {
  protected readonly t = t;
  protected readonly written = written;
  protected readonly pages = ADMIN_PAGES;
  protected readonly conditionOf = conditionOf;
  protected readonly counts = inject(PeopleCounts);
  private readonly health = inject(HealthWatch);
  protected readonly troubles = computed(() => this.health.troubles().length);

  constructor() {
    this.health.every(EVERY_MS);
  }
}
