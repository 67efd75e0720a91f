import { Component } from '@angular/core';
import { t } from '../language/texts';
import { OpenLists } from '../open-lists';
import { AppearanceOptions } from './appearance-options';

/** `/settings/appearance`: theme, density, motion and language. */
@Component({
  selector: 'app-appearance-settings',
  imports: [AppearanceOptions, OpenLists],
  template: `
    <div class="inner">
      <header>
        <app-open-lists />
        <h1>{{ t('settings.appearance') }}</h1>
      </header>
      <app-appearance-options />
    </div>
  `,
  styleUrl: './appearance-settings.scss',
})
export class AppearanceSettings {
  protected readonly t = t;
}
