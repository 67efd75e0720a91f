import { Transform } from 'class-transformer';
import { isEmail, IsNotIn, Matches, ValidateBy } from 'class-validator';
import { LIMITS, RESERVED_USERNAMES } from './limits.js';
import { isUnstorableText } from './text.js';
import { failsAs, IsName, IsVerbatim } from './text.decorators.js';

/** Case does not matter: it is stored lower. */
export const lowerCased = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim().toLowerCase() : value,
);

/** Programs that send mail read a quoted name differently: they may take what stands in the quotes for the address. */
const FORM = { blacklisted_chars: '"' };

/** The check of class-validator fails on half a character by itself; that one is refused as no text. */
function HasAddressForm(): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value !== 'string' || isUnstorableText(value) || isEmail(value, FORM);
  const defaultMessage = (): string => 'Enter a full address, such as lei@example.org.';
  return ValidateBy({ name: 'isAddress', validator: { validate, defaultMessage } }, failsAs('invalid'));
}

/** An e-mail address. */
export function IsAddress(): PropertyDecorator {
  return (target, key) => {
    HasAddressForm()(target, key);
    IsName({ max: LIMITS.email })(target, key);
  };
}

/** Six digits that came by mail; spaces between them do no harm. */
export function IsCode(): PropertyDecorator {
  return (target, key) => {
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/\s+/gu, '') : value))(
      target,
      key,
    );
    IsVerbatim({ max: 20 })(target, key);
    Matches(/^\d{6}$/u, failsAs('invalid', 'Enter the six digits that came by mail.'))(target, key);
  };
}

/** A username that somebody wants to have; stored in lower case. */
export function IsNewUsername(): PropertyDecorator {
  const allowed = 'Use letters a to z, digits, dot, hyphen or underscore; begin with a letter or digit.';
  return (target, key) => {
    lowerCased(target, key);
    IsVerbatim(LIMITS.username)(target, key);
    Matches(/^[a-z0-9][a-z0-9._-]*$/u, failsAs('invalid', allowed))(target, key);
    IsNotIn(RESERVED_USERNAMES, failsAs('username_reserved', 'This name is kept for Roomers itself.'))(target, key);
  };
}
