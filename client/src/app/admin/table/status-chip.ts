import { Component, input } from '@angular/core';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon-paths';

export type Tone = 'good' | 'warning' | 'bad' | 'note' | 'neutral';

/** A state as an icon and a word, never by colour alone. */
@Component({
  selector: 'app-status-chip',
  imports: [Icon],
  host: { '[class]': 'tone()' },
  template: `<app-icon [name]="icon()" />{{ text() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      height: 24px;
      padding: 0 9px 0 7px;
      border-radius: 7px;
      font: var(--mat-sys-label-medium);
      white-space: nowrap;
      --icon-size: 15px;
    }
    :host(.good) {
      background: var(--app-success-container);
      color: var(--app-on-success-container);
    }
    :host(.warning) {
      background: var(--app-warning-container);
      color: var(--app-on-warning-container);
    }
    :host(.bad) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
    :host(.note) {
      background: var(--app-info-container);
      color: var(--app-on-info-container);
    }
    :host(.neutral) {
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class StatusChip {
  readonly tone = input.required<Tone>();
  readonly icon = input.required<IconName>();
  readonly text = input.required<string>();
}
