import { Component, input, model } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** One line that narrows the list below it. */
@Component({
  selector: 'app-filter-box',
  imports: [Icon],
  template: `
    <app-icon [name]="icon()" />
    <input
      type="search"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="text()"
      (input)="text.set(input.value)"
      #input
    />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
      height: 40px;
      padding: 0 12px;
      border-radius: 12px;
      background: color-mix(in srgb, var(--mat-sys-on-surface) 5.5%, transparent);
      color: var(--mat-sys-on-surface-variant);
    }
    :host:has(input:focus-visible) {
      outline: 2px solid var(--mat-sys-primary);
    }
    input {
      flex: 1;
      min-width: 0;
      height: 100%;
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
    }
    input::placeholder {
      color: var(--mat-sys-on-surface-variant);
      opacity: 1;
    }
    @media (width < 600px) {
      :host {
        height: 48px;
        padding: 0 16px;
        border-radius: 24px;
      }
      input {
        font-size: 16px;
      }
    }
  `,
})
export class FilterBox {
  readonly label = input.required<string>();
  readonly icon = input<IconName>('filter_list');
  readonly text = model('');
}
