import type { ValidatorFn } from '@angular/forms';
import type { PublicConfig } from '#contracts/config.dto.js';

/** Whether nobody gets in without an invitation; the first one always does. */
export function isClosed({ organisation, needsOwner }: PublicConfig): boolean {
  return organisation.registration === 'invited' && !needsOwner;
}

/** Whether an address must be proved by a code. */
export function needsCode({ organisation, needsOwner }: PublicConfig): boolean {
  return !needsOwner && (organisation.verifiedEmail || organisation.emailDomains.length > 0);
}

/** Says of a full address of another domain that it will not do; `domains` empty: every one does. */
export function ofDomains(domains: () => readonly string[]): ValidatorFn {
  return ({ value }) => {
    const [, domain] = /@([^@\s]+)$/u.exec(String(value).trim().toLowerCase()) ?? [];
    const isFine = domain === undefined || domains().length === 0 || domains().includes(domain) || !isAscii(domain);
    return isFine ? null : { emailDomain: true };
  };
}

/** The same domain may be written in two ways then; the server knows. */
function isAscii(domain: string): boolean {
  return !domain.includes('xn--') && /^[\x21-\x7e]+$/u.test(domain);
}
