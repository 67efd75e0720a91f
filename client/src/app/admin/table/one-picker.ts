import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  debounced,
  effect,
  input,
  model,
  resource,
  signal,
  type TemplateRef,
  untracked,
} from '@angular/core';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { t } from '../../language/texts';
import { Icon } from '../../ui/icon';
import type { Identified } from './paged-list';

const SETTLE_MS = 200;

/** One of many, found by its name while one types. `PersonPicker`, `RoomPicker` and `TagPicker` say of what. */
@Component({
  selector: 'app-one-picker',
  imports: [Icon, MatAutocompleteModule, MatButtonModule, MatFormFieldModule, MatInputModule, NgTemplateOutlet],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        #box
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        [value]="typed()"
        [matAutocomplete]="auto"
        (input)="type(box.value)"
      />
      @if (chosen()) {
        <button
          matIconButton
          matSuffix
          type="button"
          class="dense"
          [attr.aria-label]="t('admin.clear')"
          (click)="type('')"
        >
          <app-icon name="close" />
        </button>
      }
      <mat-autocomplete
        #auto
        autoActiveFirstOption
        [aria-label]="label()"
        [displayWith]="nameOf()"
        (optionSelected)="chosen.set($event.option.value)"
      >
        @for (one of offered(); track one.id) {
          <mat-option [value]="one">
            <ng-container [ngTemplateOutlet]="option()" [ngTemplateOutletContext]="{ $implicit: one }" />
          </mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }
    mat-form-field {
      width: 100%;
    }
    mat-option ::ng-deep .mdc-list-item__primary-text {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class OnePicker<Item extends Identified> {
  readonly label = input.required<string>();
  /** Looks for what has the text in its name. */
  readonly find = input.required<(text: string) => Promise<readonly Item[]>>();
  readonly nameOf = input.required<(item: Item) => string>();
  /** How an offer is drawn. */
  readonly option = input.required<TemplateRef<{ $implicit: Item }>>();
  readonly chosen = model<Item | null>(null);
  protected readonly t = t;
  protected readonly typed = signal('');
  private readonly wanted = computed(() => (this.chosen() === null ? this.typed().trim() : ''));
  private readonly settled = debounced(this.wanted, SETTLE_MS);
  private readonly found = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() || undefined : undefined),
    loader: ({ params }) => this.find()(params),
  });
  protected readonly offered = computed(() =>
    this.wanted() !== '' && this.found.hasValue() ? this.found.value() : [],
  );

  constructor() {
    let shown = '';
    effect(() => {
      const chosen = this.chosen();
      const name = chosen === null ? '' : untracked(this.nameOf)(chosen);
      // Typing on gives the choice up, but not what is typed.
      untracked(() => (name !== '' || this.typed() === shown) && this.typed.set(name));
      shown = name;
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.chosen.set(null);
  }
}
