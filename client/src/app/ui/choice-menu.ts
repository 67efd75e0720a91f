import { Component, computed, input, model } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltipModule } from '@angular/material/tooltip';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
}

/** A button behind which one of a few is chosen; it shows the one that is, or an icon. */
@Component({
  selector: 'app-choice-menu',
  imports: [Icon, MatButtonModule, MatMenuModule, MatTooltipModule],
  template: `
    @if (icon(); as name) {
      <button
        matIconButton
        type="button"
        class="dense"
        [attr.aria-label]="label()"
        [matTooltip]="label()"
        [matMenuTriggerFor]="menu"
      >
        <app-icon [name]="name" />
      </button>
    } @else {
      <button
        matButton
        type="button"
        class="small quiet"
        [attr.aria-label]="label() + ', ' + chosen()"
        [matMenuTriggerFor]="menu"
      >
        {{ chosen() }}<app-icon iconPositionEnd name="keyboard_arrow_down" />
      </button>
    }
    <mat-menu #menu xPosition="before" [aria-label]="label()">
      @for (choice of choices(); track choice.value) {
        <button
          mat-menu-item
          role="menuitemradio"
          [attr.aria-checked]="choice.value === value()"
          (click)="value.set(choice.value)"
        >
          <app-icon name="check" [class.blank]="choice.value !== value()" />{{ choice.label }}
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .blank {
      visibility: hidden;
    }
    .quiet {
      --mat-button-text-label-text-color: var(--mat-sys-on-surface-variant);
      --mat-button-text-label-text-size: 13px;

      app-icon {
        margin: 0 -4px 0 2px;
        --icon-size: 18px;
      }
    }
  `,
})
export class ChoiceMenu<Value extends string> {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model.required<Value>();
  /** In place of what is chosen. */
  readonly icon = input<IconName>();
  protected readonly chosen = computed(() => this.choices().find(({ value }) => value === this.value())?.label ?? '');
}
