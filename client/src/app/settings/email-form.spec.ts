import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { describe, expect, it } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import { ServerConfig } from '../sign-in/server-config';
import { Notice } from '../ui/notice';
import { AccountApi } from './account-api';
import { EmailForm } from './email-form';

describe('another e-mail address', () => {
  it('that somebody has is said to be taken, and nobody signed in is told to sign in', async () => {
    const taken = { field: 'email', code: 'email_taken' as const, message: 'Taken' };
    const refusal = new ServerError('validation_failed', 'Refused', 422, [taken]);
    TestBed.configureTestingModule({
      providers: [
        { provide: AccountApi, useValue: { update: () => Promise.reject(refusal) } },
        { provide: ServerConfig, useValue: { sendsMail: () => false } },
        { provide: Notice, useValue: {} },
      ],
    });
    const fixture = TestBed.createComponent(EmailForm);
    fixture.componentRef.setInput('present', 'lei@example.org');
    const loader = TestbedHarnessEnvironment.loader(fixture);
    for (const [label, text] of [
      ['New email', 'greta@example.org'],
      ['Present password', 'a lamp'],
    ] as const)
      await (await loader.getHarness(MatInputHarness.with({ label }))).setValue(text);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Change email' }))).click();
    const field = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: 'New email' }));
    expect(await field.getTextErrors()).toEqual(['This email address is taken.']);
  });
});
