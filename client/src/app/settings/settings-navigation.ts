import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { Place } from '../place';
import { SessionStore } from '../sign-in/session-store';
import { Icon } from '../ui/icon';
import { Viewport } from '../ui/viewport';
import { SETTINGS_PAGES } from './settings-pages';

/** The left sidebar of the settings. */
@Component({
  selector: 'app-settings-navigation',
  imports: [Icon, RouterLink],
  template: `
    <header>
      <h2>{{ t('frame.settings') }}</h2>
    </header>
    <nav class="scroll" [attr.aria-label]="t('frame.settings')">
      @for (page of pages; track page.path) {
        @let isShown = page === shown();
        <a [routerLink]="page.path" [attr.aria-current]="isShown ? 'page' : null">
          <app-icon [name]="isShown ? page.chosenIcon : page.icon" />{{ t(page.label) }}
        </a>
      }
      @if (session.isAdmin()) {
        <h3>{{ t('settings.organisation') }}</h3>
        <a routerLink="/admin"><app-icon name="shield_person" />{{ t('settings.adminConsole') }}</a>
      }
    </nav>
  `,
  styleUrl: './settings-navigation.scss',
})
export class SettingsNavigation {
  protected readonly t = t;
  protected readonly session = inject(SessionStore);
  protected readonly pages = SETTINGS_PAGES;
  private readonly place = inject(Place);
  private readonly viewport = inject(Viewport);
  /** At the address of the list itself its first page stands beside it, where there is room for two. */
  protected readonly shown = computed(() => {
    if (this.place.showsList()) return this.viewport.isCompact() ? undefined : this.pages[0];
    return this.pages.find(({ path }) => this.place.url().startsWith(path));
  });
}
