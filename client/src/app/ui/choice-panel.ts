import { Component, input, viewChild } from '@angular/core';
import { MatMenu, MatMenuModule } from '@angular/material/menu';
import { Icon } from './icon';
import { languageOf } from './language';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
}

/** A few of which one is chosen. */
export interface ChoiceGroup {
  label: string;
  choices: readonly Choice[];
  value: string;
  choose: (value: string) => unknown;
}

/** As a group of a menu, with how what was chosen is taken. */
export function choiceGroup<Value extends string>(
  label: string,
  choices: readonly Choice<Value>[],
  value: Value,
  choose: (value: Value) => unknown,
): ChoiceGroup {
  return { label, choices, value, choose: (chosen) => choose(chosen as Value) };
}

/** A menu of choices for any trigger: `[matMenuTriggerFor]="menu.panel()"`. */
@Component({
  selector: 'app-choice-panel',
  imports: [Icon, MatMenuModule],
  template: `
    <mat-menu xPosition="before" [aria-label]="label()">
      <ng-template matMenuContent>
        @for (group of groups(); track group.label) {
          <div role="group" [attr.aria-label]="group.label">
            @for (choice of group.choices; track choice.value) {
              <button
                mat-menu-item
                role="menuitemradio"
                [attr.aria-checked]="choice.value === group.value"
                (click)="group.choose(choice.value)"
              >
                <app-icon name="check" [class.blank]="choice.value !== group.value" /><span
                  [attr.lang]="languageOf(choice.label)"
                  >{{ choice.label }}</span
                >
              </button>
            }
          </div>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    .blank {
      visibility: hidden;
    }
    div + div {
      margin-top: 4px;
      padding-top: 4px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class ChoicePanel {
  readonly label = input.required<string>();
  readonly groups = input.required<readonly ChoiceGroup[]>();
  readonly panel = viewChild.required(MatMenu);
  protected readonly languageOf = languageOf;
}
