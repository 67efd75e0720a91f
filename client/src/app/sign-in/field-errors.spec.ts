import { FormControl, FormGroup } from '@angular/forms';
import { describe, expect, it } from '@jest/globals';
import { type FieldError, ServerError } from '../realtime/server-error';
import { explain, refusalOf, showAtFields } from './field-errors';

const refusal = (fields: FieldError[], suggestion?: string) =>
  new ServerError('validation_failed', 'Refused.', 422, fields, undefined, suggestion);
const formOf = () => new FormGroup({ username: new FormControl('lei'), email: new FormControl('') });

describe('what the server refuses', () => {
  it('stands at its field, a taken name with a free one', () => {
    const form = formOf();
    const taken: FieldError = { field: 'username', code: 'username_taken', message: '"lei" is taken.' };
    expect(showAtFields(form, refusal([taken], 'lei-2'))).toBe(true);
    expect(refusalOf(form.controls.username)).toBe('"lei" is taken. Try lei-2.');
    expect(form.controls.username.touched).toBe(true);
  });

  it('is said apart when a field of it is not on the page', () => {
    const elsewhere: FieldError = { field: 'invite', code: 'invalid', message: 'Unknown.' };
    expect(showAtFields(formOf(), refusal([elsewhere]))).toBe(false);
    expect(showAtFields(formOf(), refusal([]))).toBe(false);
  });

  it('says how long to wait after too many tries', () => {
    const limited = (ms: number) => new ServerError('rate_limited', 'Slow down.', 429, [], ms);
    expect([explain(limited(230_000)), explain(limited(1_000))]).toEqual([
      'Too many attempts. Try again in 4 minutes.',
      'Too many attempts. Try again in 1 minute.',
    ]);
  });
});
