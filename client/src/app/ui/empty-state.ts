import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** What stands where there is nothing, or nothing could be had: a tile or the logo, one line, one action (projected). */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  template: `
    @if (icon(); as name) {
      <span class="tile" [class]="tone()"><app-icon [name]="name" /></span>
    } @else {
      <img src="favicon.svg" alt="" width="56" height="56" />
    }
    <h2>{{ heading() }}</h2>
    <p>{{ text() }}</p>
    <div class="actions"><ng-content /></div>
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  /** The logo when there is none: for beginnings. */
  readonly icon = input<IconName>();
  readonly heading = input.required<string>();
  readonly text = input('');
  /** `good`: all is done; `error`: something could not be had. */
  readonly tone = input<'plain' | 'good' | 'neutral' | 'error'>('plain');
}
