import { Component } from '@angular/core';
import { OpenLists } from '../open-lists';
import { AppearanceOptions } from './appearance-options';

/** `/settings/appearance`: theme, density and motion. */
@Component({
  selector: 'app-appearance-settings',
  imports: [AppearanceOptions, OpenLists],
  template: `
    <div class="inner">
      <header>
        <app-open-lists />
        <h1>Appearance</h1>
      </header>
      <app-appearance-options />
    </div>
  `,
  styleUrl: './appearance-settings.scss',
})
export class AppearanceSettings {}
