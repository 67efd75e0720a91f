import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** What stands where there is nothing, or nothing could be had: a tile, one line, one action (projected). */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  template: `
    <span class="tile" [class]="tone()"><app-icon [name]="icon()" /></span>
    <h2>{{ heading() }}</h2>
    <p>{{ text() }}</p>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 4px;
      padding: 24px;
      text-align: center;
    }
    .tile {
      display: grid;
      place-items: center;
      width: 52px;
      height: 52px;
      border-radius: 14px;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      --icon-size: 26px;
    }
    .tile.neutral {
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface-variant);
    }
    .tile.error {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
    h2 {
      margin-top: 10px;
      font: var(--mat-sys-title-large);
      font-family: var(--app-font-brand);
    }
    p {
      max-width: 300px;
      color: var(--mat-sys-on-surface-variant);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 8px;
      margin-top: 12px;
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly tone = input<'plain' | 'neutral' | 'error'>('plain');
}
