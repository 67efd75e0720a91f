import { Component, computed, input } from '@angular/core';
import { t } from '../language/texts';

const MOST_SHOWN = 99;

/** How many are unread: nothing at all for none, `99+` above that. */
@Component({
  selector: 'app-badge',
  template: `
    @if (count() > 0) {
      <span class="badge" aria-hidden="true" [attr.data-count]="shown()"></span>
      @if (isSpoken()) {
        <span class="visually-hidden">{{ t('ui.unread', { count: count() }) }}</span>
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    .badge {
      min-width: 18px;
      height: 18px;
      padding: 0 5.5px;
      border-radius: 9px;
      background: var(--app-badge);
      color: var(--app-on-badge);
      font: 600 11px/18px var(--app-font-plain);
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
    :host(.small) .badge {
      min-width: 16px;
      height: 16px;
      padding: 0 4px;
      font-size: 10px;
      line-height: 16px;
    }
    .badge::before {
      content: attr(data-count);
    }
  `,
})
export class Badge {
  protected readonly t = t;
  readonly count = input.required<number>();
  /** False where what it stands on says it already. */
  readonly isSpoken = input(true);
  protected readonly shown = computed(() => (this.count() > MOST_SHOWN ? `${MOST_SHOWN}+` : String(this.count())));
}
