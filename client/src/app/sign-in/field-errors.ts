import type { AbstractControl, FormGroup } from '@angular/forms';
import { isTextKey, t } from '../language/texts';
import type { FieldError, ServerError } from '../realtime/server-error';

/** What the server refused of a field, kept among its errors as `server`. */
interface Refusal extends FieldError {
  value: string;
  suggestion: string | undefined;
}

/** What a refused request says apart from its fields. */
export function explain(error: ServerError): string {
  const key = `errors.${error.code}`;
  // A newer server may know more codes.
  if (!isTextKey(key)) return error.message;
  return t(key, { count: inMinutes(error.retryAfterMs ?? 60_000) });
}

/** Puts each refusal at its field; false when one has no field here, so that it must be shown apart. */
export function showAtFields(form: FormGroup, error: ServerError): boolean {
  const placed = error.fields.filter((refused) => {
    const control = form.get(refused.field.split('.')[0] ?? refused.field);
    const suggestion = refused.code === 'username_taken' ? error.suggestion : undefined;
    const server: Refusal = { ...refused, value: String(control?.value), suggestion };
    control?.setErrors({ server });
    control?.markAsTouched();
    return control !== null;
  });
  return placed.length > 0 && placed.length === error.fields.length;
}

/** What the server said of a field, in the reader's language; undefined when it said nothing. */
export function refusalOf({ errors }: AbstractControl): string | undefined {
  const refusal = errors?.['server'] as Refusal | undefined;
  if (refusal === undefined) return undefined;
  const { field, code, message, value, suggestion } = refusal;
  const key = [`fields.${field}_${code}`, `fields.${code}`].find(isTextKey);
  const said = key === undefined ? message : t(key, { value });
  return suggestion === undefined ? said : t('fields.trySuggestion', { refusal: said, suggestion });
}

/** Moves the focus to the first field that is wrong. */
export function focusFirstWrong(form: HTMLElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('input.ng-invalid, textarea.ng-invalid')?.focus());
}

function inMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}
