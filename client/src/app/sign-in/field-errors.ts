import type { FormGroup } from '@angular/forms';
import type { ServerError } from '../realtime/server-error';

/** What a refused request says apart from its fields. */
export function explain(error: ServerError): string {
  switch (error.code) {
    case 'wrong_credentials':
      return 'The name or password is not right. Check both.';
    case 'rate_limited':
      return `Too many attempts. Try again in ${inMinutes(error.retryAfterMs ?? 60_000)}.`;
    case 'unreachable':
      return 'The server did not answer. Check your connection and try again.';
    case 'validation_failed':
    case 'text_invalid':
      return 'Check the fields marked above.';
    case 'internal_error':
      return 'Something failed on our side. It has been logged. Try again.';
    default:
      return error.message;
  }
}

/** Puts each refusal at its field; false when one has no field here, so that it must be shown apart. */
export function showAtFields(form: FormGroup, error: ServerError): boolean {
  const placed = error.fields.filter(({ field, code, message }) => {
    const control = form.get(field.split('.')[0] ?? field);
    const tip = code === 'username_taken' && error.suggestion !== undefined ? ` Try ${error.suggestion}.` : '';
    control?.setErrors({ server: message + tip });
    control?.markAsTouched();
    return control !== null;
  });
  return placed.length > 0 && placed.length === error.fields.length;
}

/** Moves the focus to the first field that is wrong. */
export function focusFirstWrong(form: HTMLElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('input.ng-invalid, textarea.ng-invalid')?.focus());
}

function inMinutes(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
