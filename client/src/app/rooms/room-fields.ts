import { Component, effect, ElementRef, inject, input, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { LIMITS } from '#contracts/limits.js';
import { countCodePoints } from '#contracts/text.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { focusFirstWrong, refusalOf, showAtFields } from '../sign-in/field-errors';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { RoomAddress } from './room-address';
import type { RoomForm } from './room-form';

/** The fields of a room; beside its name stands what is projected. The dialog that holds it provides the `RoomAddress`. */
@Component({
  selector: 'app-room-fields',
  imports: [Icon, InitialFocus, MatFormFieldModule, MatInputModule, MatRadioModule, ReactiveFormsModule],
  templateUrl: './room-fields.html',
  styleUrl: './room-fields.scss',
})
export class RoomFields {
  readonly form = input.required<RoomForm>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly address = inject(RoomAddress);
  protected readonly t = t;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS;
  protected readonly beforeSlug = '/r/';
  protected readonly aboutLength = signal(0);
  protected readonly addressState = this.address.state;
  protected readonly addressProblem = this.address.problem;
  protected readonly suggestion = this.address.suggestion;

  constructor() {
    effect((onCleanup) => {
      const { about } = this.form().controls;
      this.aboutLength.set(countCodePoints(about.value));
      const typing = about.valueChanges.subscribe((text) => this.aboutLength.set(countCodePoints(text)));
      onCleanup(() => typing.unsubscribe());
    });
  }

  /** Whether all is filled in as it has to be; else what is wrong has the focus. */
  check(): boolean {
    const form = this.form();
    form.markAllAsTouched();
    if (this.addressProblem() !== '') form.controls.slug.setErrors({ server: true });
    if (form.invalid) focusFirstWrong(this.element);
    return form.valid;
  }

  /** Shows a refusal where it belongs; false when that is nowhere here. */
  refuse(error: ServerError): boolean {
    const form = this.form();
    const { slug } = form.controls;
    const isTaken = error.code === 'slug_taken';
    if (isTaken || error.fields.some(({ field }) => field === 'slug')) {
      this.address.refuse(slug.value, isTaken ? error.suggestion : undefined);
      slug.setErrors({ server: true });
    }
    const isShown = isTaken || showAtFields(form, error);
    focusFirstWrong(this.element);
    return isShown;
  }

  protected nameTyped(): void {
    this.address.follow(this.form().controls.name.value);
  }

  /** An emptied address follows the name again. */
  protected addressTyped(): void {
    const { slug } = this.form().controls;
    const typed = slug.value.trim().toLowerCase();
    this.address.choose(typed);
    if (typed !== '') slug.setValue(typed);
  }

  protected takeSuggestion(slug: string): void {
    this.form().controls.slug.setValue(slug);
    this.address.choose(slug);
  }
}
