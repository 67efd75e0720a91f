import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../ui/icon';
import { SETTINGS_PAGES } from './settings-pages';

/** The left sidebar of the settings. */
@Component({
  selector: 'app-settings-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <header><h2>Settings</h2></header>
    <nav class="scroll" aria-label="Settings">
      @for (page of pages; track page.path) {
        <a [routerLink]="page.path" routerLinkActive ariaCurrentWhenActive="page" #link="routerLinkActive">
          <app-icon [name]="link.isActive ? page.chosenIcon : page.icon" />{{ page.label }}
        </a>
      }
    </nav>
  `,
  styleUrl: './settings-navigation.scss',
})
export class SettingsNavigation {
  protected readonly pages = SETTINGS_PAGES;
}
