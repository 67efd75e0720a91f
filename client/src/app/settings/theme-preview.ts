import { Component, input } from '@angular/core';

/** The frame in small, drawn in one colour scheme whatever the page has. */
@Component({
  selector: 'app-theme-preview',
  host: { 'aria-hidden': 'true', '[style.color-scheme]': 'scheme()' },
  template: `
    <span class="rail"></span>
    <span class="side"><i></i><i></i><i></i></span>
    <span class="panel">
      @for (width of widths; track width) {
        <span><b></b><i [style.width.%]="width"></i></span>
      }
    </span>
  `,
  styleUrl: './theme-preview.scss',
})
export class ThemePreview {
  readonly scheme = input.required<'light' | 'dark'>();
  protected readonly widths = [70, 52, 64];
}
