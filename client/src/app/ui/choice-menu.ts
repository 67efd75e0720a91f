import { Component, computed, input, model } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltipModule } from '@angular/material/tooltip';
import { type Choice, choiceGroup, ChoicePanel } from './choice-panel';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export type { Choice };

/** A button behind which one of a few is chosen; it shows the one that is, or an icon. */
@Component({
  selector: 'app-choice-menu',
  imports: [ChoicePanel, Icon, MatButtonModule, MatMenuModule, MatTooltipModule],
  template: `
    @if (icon(); as name) {
      <button
        matIconButton
        type="button"
        class="dense"
        [attr.aria-label]="label()"
        [matTooltip]="label()"
        [matMenuTriggerFor]="menu.panel()"
      >
        <app-icon [name]="name" />
      </button>
    } @else {
      <button
        matButton
        type="button"
        class="small quiet"
        [attr.aria-label]="label() + ', ' + chosen()"
        [matMenuTriggerFor]="menu.panel()"
      >
        {{ chosen() }}<app-icon iconPositionEnd name="keyboard_arrow_down" />
      </button>
    }
    <app-choice-panel #menu [label]="label()" [groups]="groups()" />
  `,
  styles: `
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
  protected readonly groups = computed(() => [
    choiceGroup(this.label(), this.choices(), this.value(), (value) => this.value.set(value)),
  ]);
  protected readonly chosen = computed(() => this.choices().find(({ value }) => value === this.value())?.label ?? '');
}
