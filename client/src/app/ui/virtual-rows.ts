import { ScrollingModule } from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, type TemplateRef } from '@angular/core';

/** Use `LongRows`: draws only the rows that are on screen, and says of each which one of how many it is. */
@Component({
  selector: 'app-virtual-rows',
  imports: [NgTemplateOutlet, ScrollingModule],
  template: `
    <cdk-virtual-scroll-viewport [itemSize]="rowHeight()" minBufferPx="400" maxBufferPx="800">
      <div
        *cdkVirtualFor="let item of list(); trackBy: idOf; let index = index; let count = count"
        role="listitem"
        [style.height.px]="rowHeight()"
        [attr.aria-setsize]="count"
        [attr.aria-posinset]="index + 1"
      >
        <ng-container [ngTemplateOutlet]="row()" [ngTemplateOutletContext]="{ $implicit: item }" />
      </div>
    </cdk-virtual-scroll-viewport>
  `,
  // Else as wide as its longest row.
  styles: `
    ::ng-deep .cdk-virtual-scroll-content-wrapper {
      max-width: 100%;
    }
  `,
})
export class VirtualRows<Item extends { id: string }> {
  readonly items = input.required<readonly Item[]>();
  readonly row = input.required<TemplateRef<{ $implicit: Item }>>();
  readonly rowHeight = input.required<number>();
  protected readonly list = computed(() => [...this.items()]);

  protected readonly idOf = (_index: number, { id }: { id: string }): string => id;
}
