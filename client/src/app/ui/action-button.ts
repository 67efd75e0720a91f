import { Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { Action } from './action';
import { ActionMenu } from './action-menu';
import { ActionSheets } from './action-sheets';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Viewport } from './viewport';

/** A button behind which more actions are: a menu, on a phone a sheet. */
@Component({
  selector: 'app-action-button',
  imports: [ActionMenu, Icon, MatButtonModule, MatMenuModule, MatTooltipModule],
  template: `
    @if (viewport.isCompact()) {
      <button matIconButton type="button" aria-haspopup="dialog" [attr.aria-label]="label()" (click)="openSheet()">
        <app-icon [name]="icon()" />
      </button>
    } @else {
      <button
        matIconButton
        type="button"
        [class.dense]="isDense()"
        [attr.aria-label]="label()"
        [matTooltip]="label()"
        [matMenuTriggerFor]="menu.panel()"
        (menuOpened)="toggled.emit(true)"
        (menuClosed)="toggled.emit(false)"
      >
        <app-icon [name]="icon()" />
      </button>
    }
    <app-action-menu #menu [actions]="actions()" />
  `,
})
export class ActionButton {
  readonly actions = input.required<readonly Action[]>();
  readonly label = input.required<string>();
  readonly icon = input<IconName>('more_vert');
  readonly isDense = input(false);
  /** Whether the menu is open now. */
  readonly toggled = output<boolean>();
  protected readonly viewport = inject(Viewport);
  private readonly sheets = inject(ActionSheets);

  protected async openSheet(): Promise<void> {
    this.toggled.emit(true);
    await this.sheets.open(this.actions, this.label()).finally(() => this.toggled.emit(false));
  }
}
