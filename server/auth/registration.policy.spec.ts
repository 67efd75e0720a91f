import { describe, expect, it } from '@jest/globals';
import type { AppError } from '../platform/errors/app-error.js';
import { assertMayRegister, type Newcomer, type RegistrationRules } from './registration.policy.js';

const OPEN: RegistrationRules = { registration: 'open', emailDomains: [], verifiedEmail: false };
const LEI: Newcomer = { email: 'lei@Example.org', hasProvedEmail: false, invitation: 'none' };

function refusal(rules: Partial<RegistrationRules>, newcomer: Partial<Newcomer> = {}): string | undefined {
  try {
    assertMayRegister({ ...OPEN, ...rules }, { ...LEI, ...newcomer });
    return undefined;
  } catch (error) {
    const [problem] = (error as AppError).details.errors ?? [];
    return `${problem?.field ?? ''} ${problem?.code ?? ''}`;
  }
}

const DOMAINS = { emailDomains: ['example.org', 'example.net'] };

describe('who may register', () => {
  it.each<[string, Partial<RegistrationRules>, Partial<Newcomer>, string | undefined]>([
    ['anybody where it is open', {}, {}, undefined],
    [
      'nobody without an invitation where it is by invitation',
      { registration: 'invited' },
      {},
      'invite registration_closed',
    ],
    ['whoever has the link of a room', { registration: 'invited' }, { invitation: 'room' }, undefined],
    ['whom an admin named', { registration: 'invited' }, { invitation: 'personal' }, undefined],
    ['an address of the domains, proved', DOMAINS, { hasProvedEmail: true }, undefined],
    ['no address of the domains that is not proved', DOMAINS, {}, 'emailCode required'],
    [
      'no address of another domain',
      DOMAINS,
      { email: 'x@example.org.evil.test', hasProvedEmail: true },
      'email email_domain',
    ],
    [
      'a domain in other letters',
      { emailDomains: ['müller.example'] },
      { email: 'x@XN--mller-kva.example', hasProvedEmail: true },
      undefined,
    ],
    ['no subdomain', DOMAINS, { email: 'x@a.example.org', hasProvedEmail: true }, 'email email_domain'],
    [
      'no other domain with the link of a room',
      DOMAINS,
      { email: 'x@y.test', invitation: 'room' },
      'email email_domain',
    ],
    ['another domain whom an admin named', DOMAINS, { email: 'x@y.test', invitation: 'personal' }, undefined],
    ['no address that is not proved where it must be', { verifiedEmail: true }, {}, 'emailCode required'],
    ['one that is', { verifiedEmail: true }, { hasProvedEmail: true }, undefined],
    [
      'the link of a room does not prove an address',
      { verifiedEmail: true },
      { invitation: 'room' },
      'emailCode required',
    ],
  ])('%s', (_, rules, newcomer, expected) => {
    expect(refusal(rules, newcomer)).toBe(expected);
  });
});
