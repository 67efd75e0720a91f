import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, type TemplateRef } from '@angular/core';
import { VirtualRows } from './virtual-rows';

/** Above this only the rows on screen are drawn. */
const MOST_DRAWN = 200;

/** The items of a list, each as a `listitem`; what holds it is the `list`, inside of a `cdkVirtualScrollingElement`. */
@Component({
  selector: 'app-long-rows',
  imports: [NgTemplateOutlet, VirtualRows],
  host: { style: 'display: block' },
  template: `
    @if (isLong()) {
      @defer (on immediate) {
        <app-virtual-rows [items]="items()" [row]="row()" [rowHeight]="rowHeight()" />
      }
    } @else {
      @for (item of items(); track item.id) {
        <div role="listitem">
          <ng-container [ngTemplateOutlet]="row()" [ngTemplateOutletContext]="{ $implicit: item }" />
        </div>
      }
    }
  `,
})
export class LongRows<Item extends { id: string }> {
  readonly items = input.required<readonly Item[]>();
  readonly row = input.required<TemplateRef<{ $implicit: Item }>>();
  /** Pixels, the same for all of them. */
  readonly rowHeight = input.required<number>();
  protected readonly isLong = computed(() => this.items().length > MOST_DRAWN);
}
