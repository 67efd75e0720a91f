import { Component, input, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatTooltipModule } from '@angular/material/tooltip';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';
import { PATIENT_TOOLTIPS } from '../ui/tooltips';
import { refusalOf } from './field-errors';
import type { Strength } from './password-strength';
import { WrongMark } from './wrong-mark';

/** A password that can be looked at; where one is chosen, with a meter of its strength. */
@Component({
  selector: 'app-password-field',
  imports: [
    Icon,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MatTooltipModule,
    ReactiveFormsModule,
    WrongMark,
  ],
  providers: [PATIENT_TOOLTIPS],
  host: { style: 'display: contents' },
  templateUrl: './password-field.html',
  styleUrl: './password-field.scss',
})
export class PasswordField {
  readonly control = input.required<FormControl<string>>();
  readonly label = input<string>();
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  readonly hint = input('');
  /** Takes the place of the hint. */
  readonly strength = input<Strength>();
  readonly required = input<string>();
  readonly tooShort = input('');
  protected readonly t = t;
  protected readonly isShown = signal(false);
  protected readonly segments = [1, 2, 3, 4];

  protected error(): string {
    const control = this.control();
    const ours = control.hasError('required') ? (this.required() ?? t('sign-in.enterPassword')) : this.tooShort();
    return refusalOf(control) ?? ours;
  }
}
