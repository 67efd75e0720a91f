import { Component, input, output, viewChild } from '@angular/core';
import { MatDividerModule } from '@angular/material/divider';
import { MatMenu, MatMenuModule } from '@angular/material/menu';
import type { Action } from './action';
import { Icon } from './icon';

/** A menu of actions for any trigger: `[matMenuTriggerFor]="menu.panel()"`. On phones use a sheet (`ActionSheets`) instead. */
@Component({
  selector: 'app-action-menu',
  imports: [Icon, MatDividerModule, MatMenuModule],
  template: `
    <mat-menu xPosition="before" (closed)="closed.emit()">
      <ng-template matMenuContent>
        @for (action of actions(); track action.label; let isFirst = $first) {
          @if (action.isDanger && !isFirst) {
            <mat-divider />
          }
          <button mat-menu-item [class.danger]="action.isDanger" (click)="action.run()">
            <app-icon [name]="action.icon" />{{ action.label }}
            @if (action.keys; as keys) {
              <kbd aria-hidden="true">{{ keys }}</kbd>
            }
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
})
export class ActionMenu {
  readonly actions = input.required<readonly Action[]>();
  readonly closed = output();
  readonly panel = viewChild.required(MatMenu);
}
