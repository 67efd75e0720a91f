import { Component, computed, input } from '@angular/core';

const WIDTHS = [62, 78, 50, 70, 44, 66, 56, 74];

/** Grey shapes of the rows that are being fetched; nothing at all for the first 200 ms. */
@Component({
  selector: 'app-skeletons',
  host: { 'aria-hidden': 'true', '[class]': 'of()' },
  template: `
    @for (row of rows(); track $index) {
      <div class="row">
        <i></i>
        <span>
          <b [style.width.%]="row.first"></b><b class="second" [style.width.%]="row.second"></b>
          @if (of() === 'message') {
            <b class="third" [style.width.%]="row.third"></b>
          }
        </span>
      </div>
    }
  `,
  styleUrl: './skeletons.scss',
})
export class Skeletons {
  /** Which rows they stand for: their shape and height is that of the real ones. */
  readonly of = input.required<'message' | 'room' | 'post' | 'person' | 'card' | 'file'>();
  readonly count = input(6);

  protected readonly rows = computed(() =>
    Array.from({ length: this.count() }, (_, index) => {
      const width = (step: number) => WIDTHS[(index + step) % WIDTHS.length] ?? 60;
      return { first: width(0) * 0.45, second: width(3), third: width(5) * 0.75 };
    }),
  );
}
