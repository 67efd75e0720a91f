import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RegisterDto } from '#contracts/auth.dto.js';
import type { PublicOrganisation } from '#contracts/organisation.dto.js';
import { LanguageStore } from '../language/language-store';
import { ServerError } from '../realtime/server-error';
import { EmptyStateHarness } from '../ui/empty-state.harness';
import { CodeFieldHarness } from './code-field.harness';
import { RegisterForm } from './register-form';
import { ServerConfig } from './server-config';
import { SessionStore } from './session-store';

const OPEN = {
  name: '灯笼工坊',
  registration: 'open',
  emailDomains: [],
  verifiedEmail: false,
} as unknown as PublicOrganisation;

describe('registering (S25, S28)', () => {
  const register = jest.fn<(account: RegisterDto) => Promise<void>>();
  const reload = jest.fn();
  const organisation = signal(OPEN);
  const config = signal<object | undefined>(undefined);
  let fixture: ComponentFixture<RegisterForm>;

  beforeEach(() => {
    register.mockReset().mockResolvedValue();
    reload.mockReset();
  });

  function open(rules: Partial<PublicOrganisation>) {
    organisation.set({ ...OPEN, ...rules });
    config.set({ needsOwner: false, needsSetupCode: false, organisation: organisation() });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ServerConfig, useValue: { config, organisation, name: signal(OPEN.name), reload } },
        { provide: SessionStore, useValue: { register } },
        { provide: LanguageStore, useValue: { storeChosen: () => undefined } },
      ],
    });
    fixture = TestBed.createComponent(RegisterForm);
    return TestbedHarnessEnvironment.loader(fixture);
  }

  type Loader = ReturnType<typeof open>;
  const fill = async (loader: Loader, label: string, value: string) =>
    (await loader.getHarness(MatInputHarness.with({ label }))).setValue(value);
  const create = async (loader: Loader) =>
    (await loader.getHarness(MatButtonHarness.with({ text: 'Create account' }))).click();
  const errors = async (loader: Loader, floatingLabelText: string) =>
    (await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText }))).getTextErrors();

  async function fillAll(loader: Loader, email: string): Promise<void> {
    await fill(loader, 'Username', 'lei');
    await fill(loader, 'Email', email);
    await fill(loader, 'Password', 'a lamp on the stairs');
  }

  it('is said to be by invitation where it is, with no form', async () => {
    const loader = open({ registration: 'invited' });
    const closed = await loader.getHarness(EmptyStateHarness);
    expect([await closed.heading(), await loader.getHarnessOrNull(MatInputHarness)]).toEqual([
      'This organisation is by invitation',
      null,
    ]);
    expect(await closed.text()).toContain('灯笼工坊');
  });

  it('names the domains before, and at the field when another is given', async () => {
    const loader = open({ emailDomains: ['a.org', 'b.org'], verifiedEmail: true });
    const field = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: 'Email' }));
    expect(await field.getTextHints()).toEqual(['An address of a.org or b.org.']);
    await fillAll(loader, 'lei@c.org');
    await create(loader);
    expect([await errors(loader, 'Email'), register.mock.calls]).toEqual([['Use an address of a.org or b.org.'], []]);
  });

  it('sends the code where one is asked for, and none where not', async () => {
    const proved = open({ verifiedEmail: true });
    await fillAll(proved, 'lei@a.org');
    await create(proved);
    const code = await proved.getHarness(CodeFieldHarness);
    expect([await code.errors(), register.mock.calls]).toEqual([['Enter the six digits that came by mail.'], []]);
    await code.type('123456');
    await create(proved);
    expect(register.mock.calls[0]?.[0]).toMatchObject({ email: 'lei@a.org', emailCode: '123456' });
    TestBed.resetTestingModule();
    const free = open({});
    await fillAll(free, 'lei@a.org');
    await create(free);
    expect(Object.keys(register.mock.calls[1]?.[0] ?? {}).sort()).toEqual(['email', 'password', 'username']);
  });

  it('asks for the rules again when they have changed meanwhile', async () => {
    const loader = open({});
    const closed = { field: 'invite', code: 'registration_closed' as const, message: 'Closed.' };
    register.mockRejectedValueOnce(new ServerError('registration_closed', 'Closed', 403, [closed]));
    await fillAll(loader, 'lei@a.org');
    await create(loader);
    expect([
      reload.mock.calls.length,
      (fixture.nativeElement as HTMLElement).querySelector('[role=alert]')?.textContent,
    ]).toEqual([1, expect.stringContaining('People join by invitation here.')]);
    expect(await (await loader.getHarness(MatInputHarness.with({ label: 'Username' }))).getValue()).toBe('lei');
  });
});
