import { FormControl } from '@angular/forms';
import { describe, expect, it } from '@jest/globals';
import type { PublicConfig } from '#contracts/config.dto.js';
import type { PublicOrganisation } from '#contracts/organisation.dto.js';
import { isClosed, needsCode, ofDomains } from './registration-rules';

const config = (rules: Partial<PublicOrganisation>, needsOwner = false) =>
  ({
    needsOwner,
    organisation: { registration: 'open', emailDomains: [], verifiedEmail: false, ...rules },
  }) as unknown as PublicConfig;

describe('who may register (S25)', () => {
  it('is everybody, those with an invitation, and always the first one', () => {
    expect([
      isClosed(config({})),
      isClosed(config({ registration: 'invited' })),
      isClosed(config({ registration: 'invited' }, true)),
    ]).toEqual([false, true, false]);
  });

  it('proves an address where that is asked, except who founds the place', () => {
    const rules = [{}, { verifiedEmail: true }, { emailDomains: ['a.org'] }];
    expect(rules.map((rule) => needsCode(config(rule)))).toEqual([false, true, true]);
    expect(rules.map((rule) => needsCode(config(rule, true)))).toEqual([false, false, false]);
  });

  it.each([
    ['lei@a.org', null],
    ['lei@A.ORG ', null],
    ['lei@b.org', { emailDomain: true }],
    ['lei@sub.a.org', { emailDomain: true }],
    ['lei@a.org.evil.test', { emailDomain: true }],
    ['not an address', null],
    ['', null],
    ['lei@müller.example', null],
  ])('is of a domain: %j', (email, expected) => {
    expect(ofDomains(() => ['a.org'])(new FormControl(email))).toEqual(expected);
    expect(ofDomains(() => [])(new FormControl(email))).toBeNull();
  });
});
