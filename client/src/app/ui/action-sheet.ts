import { Component, computed, inject } from '@angular/core';
import { MAT_BOTTOM_SHEET_DATA, MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { MatDividerModule } from '@angular/material/divider';
import { MatListModule } from '@angular/material/list';
import { type Spoken, spoken } from '../language/spoken';
import type { Action } from './action';
import { Icon } from './icon';

/** Use `ActionSheets` to open it. */
@Component({
  selector: 'app-action-sheet',
  imports: [Icon, MatDividerModule, MatListModule],
  template: `
    <div class="handle" aria-hidden="true"></div>
    <mat-action-list>
      @for (action of actions(); track action.label; let isFirst = $first) {
        @if (action.isDanger && !isFirst) {
          <mat-divider />
        }
        <button mat-list-item [class.danger]="action.isDanger" (click)="choose(action)">
          <app-icon matListItemIcon [name]="action.icon" />{{ action.label }}
        </button>
      }
    </mat-action-list>
  `,
  styleUrl: './action-sheet.scss',
})
export class ActionSheet {
  private readonly given = inject<Spoken<readonly Action[]>>(MAT_BOTTOM_SHEET_DATA);
  protected readonly actions = computed(() => spoken(this.given));
  private readonly self = inject<MatBottomSheetRef<ActionSheet>>(MatBottomSheetRef);

  /** After the sheet has gone, so that what the action opens finds the focus where it came from. */
  protected choose(action: Action): void {
    this.self.afterDismissed().subscribe(() => action.run());
    this.self.dismiss();
  }
}
