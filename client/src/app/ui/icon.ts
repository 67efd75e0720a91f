import { Component, computed, input } from '@angular/core';
import { ICON_PATHS, type IconName } from './icon-paths';

const paths: Partial<Record<IconName, string>> = { ...ICON_PATHS };

/** Icons of a part of the product that not everybody opens. */
export function alsoDraw(more: Partial<Record<IconName, string>>): void {
  Object.assign(paths, more);
}

/** A Material Symbol drawn inline; decorative, so the control it stands in carries the name. */
@Component({
  selector: 'app-icon',
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 -960 960 960" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: var(--icon-size, 20px);
      height: var(--icon-size, 20px);
      line-height: 0;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => paths[this.name()]);
}
