import { ElementRef, inject, signal } from '@angular/core';
import type { FormGroup } from '@angular/forms';
import type { ServerError } from '../realtime/server-error';
import { focusFirstWrong, showAtFields } from './field-errors';

/** A form on its way: checked first, sent once at a time, each refusal at its field. For an injection context. */
export class Sending {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly isBusy = signal(false);
  /** What was refused and is of no field. */
  readonly problem = signal<ServerError | null>(null);

  constructor(private readonly form: FormGroup) {}

  /** Resolves to whether it was done. */
  async send(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy() || !this.isFilledIn()) return false;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      if (!showAtFields(this.form, error as ServerError)) this.problem.set(error as ServerError);
      focusFirstWrong(this.element);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  private isFilledIn(): boolean {
    // What the server refused of a field last time stands among its errors.
    for (const control of Object.values(this.form.controls)) control.updateValueAndValidity();
    this.form.markAllAsTouched();
    if (this.form.invalid) focusFirstWrong(this.element);
    return !this.form.invalid;
  }
}
