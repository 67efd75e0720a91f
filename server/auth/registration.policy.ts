import { domainToASCII } from 'node:url';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { type AppError, fieldError, validationFailed } from '../platform/errors/app-error.js';

/** What the organisation says about who may register. */
export type RegistrationRules = Pick<OrganisationSettings, 'registration' | 'emailDomains' | 'verifiedEmail'>;

/** Who wants to register. */
export interface Newcomer {
  email: string;
  /** By a code that came to the address, or a link that did. */
  hasProvedEmail: boolean;
  /** `room`: by a link for whoever has it. `personal`: an admin named this address. */
  invitation: 'none' | 'room' | 'personal';
}

/** @throws AppError `registration_closed` at `invite`, `email_domain` at `email`, `validation_failed` at `emailCode` */
export function assertMayRegister(rules: RegistrationRules, newcomer: Newcomer): void {
  // Whom an admin names may come whatever the rules for others are.
  if (newcomer.invitation === 'personal') return;
  if (rules.registration === 'invited' && newcomer.invitation === 'none') throw closed();
  assertMayUseAddress(rules, newcomer);
}

/** @throws AppError `email_domain` at `email`, `validation_failed` at `emailCode` */
export function assertMayUseAddress(
  { emailDomains, verifiedEmail }: Pick<RegistrationRules, 'emailDomains' | 'verifiedEmail'>,
  { email, hasProvedEmail }: Pick<Newcomer, 'email' | 'hasProvedEmail'>,
): void {
  if (emailDomains.length > 0 && !isOf(emailDomains, email)) throw foreignDomain(emailDomains);
  if ((verifiedEmail || emailDomains.length > 0) && !hasProvedEmail) throw unproved();
}

/** @param invited whom an invitation is for, null for whoever holds it. @throws AppError `validation_failed` at `email` */
export function assertIsFor(invited: string | null, email: string): void {
  if (invited === null || invited.toLowerCase() === email.toLowerCase()) return;
  const message = `This invitation is for ${invited}. You can change the address once you have signed in.`;
  throw validationFailed([{ field: 'email', code: 'not_invited', message }]);
}

/** A domain may be written in its own letters or in those of the old Internet. */
function isOf(domains: readonly string[], email: string): boolean {
  const domain = domainToASCII(email.slice(email.lastIndexOf('@') + 1));
  return domain !== '' && domains.some((one) => domainToASCII(one) === domain);
}

function closed(): AppError {
  return fieldError('invite', 'registration_closed', 'People join by invitation here. Ask somebody for a link.');
}

function foreignDomain(domains: readonly string[]): AppError {
  return fieldError('email', 'email_domain', `Register with an address of ${domains.join(' or ')}.`);
}

function unproved(): AppError {
  const message = 'Enter the code that was sent to this address.';
  return validationFailed([{ field: 'emailCode', code: 'required', message }]);
}
