import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { ActivatedRoute, provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BehaviorSubject } from 'rxjs';
import type { RegisterDto } from '#contracts/auth.dto.js';
import type { InviteDetails, InvitedRoom } from '#contracts/invite.dto.js';
import { LanguageStore } from '../language/language-store';
import { ServerError } from '../realtime/server-error';
import { ServerConfig } from '../sign-in/server-config';
import { SessionStore } from '../sign-in/session-store';
import { EmptyStateHarness } from '../ui/empty-state.harness';
import { InvitePage } from './invite-page';
import { InvitesApi } from './invites-api';

const DETAILS: InviteDetails = {
  organisationName: '灯笼工坊',
  inviterName: '王磊',
  roomNames: ['读书会', 'Release Train'],
  admitsNewcomers: true,
  expiresAt: '2026-12-03T08:00:00.000Z',
};
const ORGANISATION = { name: '灯笼工坊', registration: 'invited', emailDomains: ['a.org'], verifiedEmail: true };
const HANNA = { username: 'hanna', displayName: 'Hanna' };

describe('an invitation', () => {
  const check = jest.fn<(token: string) => Promise<InviteDetails>>();
  const accept = jest.fn<(token: string) => Promise<InvitedRoom[]>>();
  const register = jest.fn<(account: RegisterDto) => Promise<void>>();
  let fixture: ComponentFixture<InvitePage>;

  beforeEach(() => {
    for (const mock of [check, accept, register]) mock.mockReset();
    register.mockResolvedValue();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function open(details: Partial<InviteDetails> | ServerError, user: object | null = null, token: string | null = 's') {
    if (details instanceof ServerError) check.mockRejectedValue(details);
    else check.mockResolvedValue({ ...DETAILS, ...details });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: InvitesApi, useValue: { check, accept } },
        { provide: LanguageStore, useValue: { storeChosen: () => undefined } },
        { provide: SessionStore, useValue: { user: signal(user), register } },
        {
          provide: ServerConfig,
          useValue: {
            config: signal({ needsOwner: false, needsSetupCode: false, organisation: ORGANISATION }),
            organisation: signal(ORGANISATION),
            name: signal('灯笼工坊'),
          },
        },
        {
          provide: ActivatedRoute,
          useValue: { snapshot: { fragment: token }, fragment: new BehaviorSubject(token) },
        },
      ],
    });
    fixture = TestBed.createComponent(InvitePage);
    return TestbedHarnessEnvironment.loader(fixture);
  }

  const text = () => (fixture.nativeElement as HTMLElement).textContent;
  const heading = async (loader: ReturnType<typeof open>) => (await loader.getHarness(EmptyStateHarness)).heading();

  it('says who invites whereto, and leads who is signed in into the first of the rooms', async () => {
    const loader = open({}, HANNA);
    const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    accept
      .mockRejectedValueOnce(new ServerError('unreachable', 'No answer'))
      .mockResolvedValue([{ id: '1', slug: 'dushuhui', name: '读书会' }]);
    const button = await loader.getHarness(MatButtonHarness.with({ text: 'Accept invitation' }));
    expect(text()).toContain('王磊 invites you to 读书会 and Release Train.');
    await button.click();
    expect([text(), go.mock.calls]).toEqual([expect.stringContaining('The server did not answer.'), []]);
    await button.click();
    expect([accept.mock.calls, go.mock.calls[0]?.[0]]).toEqual([
      [['s'], ['s']],
      ['/r', 'dushuhui'],
    ]);
  });

  it('for a person fills in the address, which it proves, whatever the rules for others are', async () => {
    const loader = open({ email: 'lei@c.org', roomNames: [] });
    const field = (label: string) => loader.getHarness(MatInputHarness.with({ label }));
    const email = await field('Email');
    expect([await email.getValue(), await email.isReadonly()]).toEqual(['lei@c.org', true]);
    expect(text()).toContain('王磊 invites you to 灯笼工坊.');
    await (await field('Username')).setValue('lei');
    await (await field('Password')).setValue('a lamp on the stairs');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Create account' }))).click();
    expect(register.mock.calls).toEqual([
      [{ username: 'lei', email: 'lei@c.org', password: 'a lamp on the stairs', invite: 's' }],
    ]);
  });

  it('into a room opens a closed door, but proves no address', async () => {
    const loader = open({});
    expect(await loader.getHarnessOrNull(MatInputHarness.with({ label: 'Code' }))).not.toBeNull();
  });

  it('that makes no accounts is for those who have one', async () => {
    const loader = open({ admitsNewcomers: false });
    expect(await loader.getHarnessOrNull(MatInputHarness)).toBeNull();
    expect(text()).toContain('This link is for people who have an account here.');
    const link = (fixture.nativeElement as HTMLElement).querySelector('a');
    expect(link?.getAttribute('href')).toBe('/sign-in?to=%2Finvite');
  });

  it('cannot be used when it is over or was not copied as a whole', async () => {
    expect(await heading(open(new ServerError('invite_unusable', 'Over', 404)))).toBe('This invitation cannot be used');
    TestBed.resetTestingModule();
    expect(await heading(open({}, null, null))).toBe('This invitation cannot be used');
  });

  it('is checked again when the server did not answer', async () => {
    expect(await heading(open(new ServerError('unreachable', 'No answer')))).toBe(
      'The invitation could not be checked',
    );
  });
});
