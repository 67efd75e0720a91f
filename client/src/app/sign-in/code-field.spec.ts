import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import { CodeField } from './code-field';
import { CodeFieldHarness } from './code-field.harness';
import { refusalOf } from './field-errors';
import { SIX_DIGITS } from './six-digits';

const ask = jest.fn<(email: string) => Promise<void>>();

@Component({
  imports: [CodeField, ReactiveFormsModule],
  template: `
    <form [formGroup]="form">
      <input type="email" formControlName="email" />
      <app-code-field [control]="form.controls.code" [email]="form.controls.email" [ask]="ask" />
    </form>
  `,
})
class Door {
  readonly ask = ask;
  readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    code: new FormControl('', { nonNullable: true, validators: [Validators.required, SIX_DIGITS] }),
  });
}

describe('a code by mail (S26, S27, D25)', () => {
  let fixture: ComponentFixture<Door>;

  beforeEach(() => {
    ask.mockReset().mockResolvedValue();
    fixture = TestBed.createComponent(Door);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const field = () => TestbedHarnessEnvironment.loader(fixture).getHarness(CodeFieldHarness);
  const form = () => fixture.componentInstance.form;
  const emailHasFocus = () => document.activeElement?.getAttribute('type') === 'email';

  it('is asked for only with a full address', async () => {
    document.body.append(fixture.nativeElement as HTMLElement);
    form().controls.email.setValue('lei@');
    await (await field()).send();
    expect([ask.mock.calls, emailHasFocus(), form().controls.email.touched]).toEqual([[], true, true]);
  });

  it('is on its way then, and not asked for again for a minute', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'requestAnimationFrame'] });
    const code = await field();
    form().controls.email.setValue(' lei@example.org ');
    await code.send();
    expect([ask.mock.calls, await code.news()]).toEqual([
      [['lei@example.org']],
      'A code is on its way to lei@example.org. It is valid for 10 minutes.',
    ]);
    expect(await code.offers()).toEqual(['Again in 60 s', true]);
    jest.advanceTimersByTime(30_000);
    expect(await code.offers()).toEqual(['Again in 30 s', true]);
    await code.send();
    expect(ask).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(30_000);
    expect(await code.offers()).toEqual(['Send again', false]);
  });

  it('is asked for anew when the address is another', async () => {
    const code = await field();
    form().controls.email.setValue('lei@example.org');
    await code.send();
    form().controls.email.setValue('wang@example.org');
    expect([await code.offers(), await code.news()]).toEqual([['Send code', false], '']);
  });

  it('says what the server refuses of the address at its field, and the rest below', async () => {
    const code = await field();
    form().controls.email.setValue('lei@example.org');
    const refusal = { field: 'email', code: 'email_domain' as const, message: 'Not of us.' };
    ask.mockRejectedValueOnce(new ServerError('email_domain', 'Refused', 422, [refusal]));
    await code.send();
    expect([refusalOf(form().controls.email), await code.problem()]).toEqual([
      'Use an address of this organisation.',
      null,
    ]);
    form().controls.email.updateValueAndValidity();
    ask.mockRejectedValueOnce(new ServerError('rate_limited', 'Slow down', 429, [], 120_000));
    await code.send();
    expect(await code.problem()).toBe('Too many attempts. Try again in 2 minutes.');
    expect(await code.offers()).toEqual(['Send code', false]);
  });

  it.each([
    ['', ['Enter the six digits that came by mail.']],
    ['12345', ['Enter the six digits that came by mail.']],
    ['12345a', ['Enter the six digits that came by mail.']],
    ['123 456', []],
  ])('is six digits: %j', async (typed, errors) => {
    const code = await field();
    await code.type(typed);
    expect(await code.errors()).toEqual(errors);
  });
});
