import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { EmptyState } from '../../ui/empty-state';

/** What stands in a table when nothing fits what it is narrowed by, and the way out. */
@Component({
  selector: 'app-nothing-found',
  imports: [EmptyState, MatButtonModule],
  template: `
    <app-empty-state icon="search_off" tone="neutral" [heading]="heading()" [text]="text()">
      <button matButton (click)="left.emit()">{{ action() }}</button>
    </app-empty-state>
  `,
  styles: `
    app-empty-state {
      padding: 48px 24px;
    }
  `,
})
export class NothingFound {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  /** The button that shows all again. */
  readonly action = input.required<string>();
  readonly left = output();
}
