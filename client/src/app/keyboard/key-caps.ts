import { Component, computed, input } from '@angular/core';
import { IS_MAC, shownKeys } from './pressed-keys';

/** A chord as keys: `Ctrl` `K`. */
@Component({
  selector: 'app-key-caps',
  template: `
    @for (key of shown(); track $index) {
      <kbd class="key">{{ key }}</kbd>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 4px;
    }
    kbd {
      min-width: 22px;
      text-align: center;
    }
  `,
})
export class KeyCaps {
  /** As the catalogue writes it. */
  readonly keys = input.required<string>();
  protected readonly shown = computed(() => shownKeys(this.keys(), IS_MAC));
}
