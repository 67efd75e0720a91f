import { Component, input, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Icon } from '../ui/icon';

/** A password that can be looked at. */
@Component({
  selector: 'app-password-field',
  imports: [Icon, MatButtonModule, MatFormFieldModule, MatInputModule, ReactiveFormsModule],
  host: { style: 'display: contents' },
  template: `
    <mat-form-field appearance="outline" hideRequiredMarker subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        [formControl]="control()"
        [type]="isShown() ? 'text' : 'password'"
        [autocomplete]="autocomplete()"
        maxlength="256"
      />
      <button
        matIconButton
        matSuffix
        type="button"
        class="dense"
        [attr.aria-label]="isShown() ? 'Hide characters' : 'Show characters'"
        [attr.aria-pressed]="isShown()"
        (click)="isShown.set(!isShown())"
      >
        <app-icon [name]="isShown() ? 'visibility_off' : 'visibility'" />
      </button>
      @if (hint(); as text) {
        <mat-hint>{{ text }}</mat-hint>
      }
      <mat-error>{{ error() }}</mat-error>
    </mat-form-field>
  `,
})
export class PasswordField {
  readonly control = input.required<FormControl<string>>();
  readonly label = input('Password');
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  readonly hint = input('');
  readonly required = input('Enter a password.');
  readonly tooShort = input('');
  protected readonly isShown = signal(false);

  protected error(): string {
    const errors = this.control().errors;
    if (typeof errors?.['server'] === 'string') return errors['server'];
    return errors?.['required'] === true ? this.required() : this.tooShort();
  }
}
