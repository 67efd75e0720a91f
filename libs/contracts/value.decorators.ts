import { IsUUID as isUuid, ValidateBy } from 'class-validator';
import { instantOf } from './instant.js';
import { clean, compose, failsAs } from './text.decorators.js';

/**
 * A UUID, taken in lower case as the database writes it; `each` for a list of them. Named as the one that it stands for, since
 * by its name the API document knows the format.
 */
export function IsUUID({ each = false } = {}): PropertyDecorator {
  return compose([clean((id) => id.toLowerCase(), each), isUuid(undefined, { ...failsAs('invalid'), each })]);
}

/** A date, or a date and time with their zone, taken as UTC in milliseconds (`instantOf`). */
export function IsInstant(): PropertyDecorator {
  const isInstant = ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && instantOf(value) === value,
        defaultMessage: () => '$property is a date, or a date and time with their zone (2026-05-31T12:00:00Z).',
      },
    },
    failsAs('invalid'),
  );
  return compose([clean((text) => instantOf(text) ?? text, false), isInstant]);
}
