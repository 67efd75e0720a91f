import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { FieldCode } from './error-codes.js';
import { cleanName, cleanText, countCodePoints, isUnstorableText } from './text.js';

interface Length {
  min?: number;
  max: number;
}

/** `context` that gives a validator's failure its field code. */
export function failsAs(code: FieldCode, message?: string): ValidationOptions {
  return { context: { code }, ...(message === undefined ? {} : { message }) };
}

function storable(options: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isStorableText',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || !isUnstorableText(value),
        defaultMessage: () => '$property holds characters that are not text.',
      },
    },
    { ...failsAs('text_invalid'), ...options },
  );
}

function withinLength({ min = 0, max }: Length, options: ValidationOptions): PropertyDecorator[] {
  const atLeast = ValidateBy(
    {
      name: 'minCodePoints',
      constraints: [min],
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || countCodePoints(value) >= min,
        defaultMessage: () => (min === 1 ? 'Enter $property.' : '$property has at least $constraint1 characters.'),
      },
    },
    { ...failsAs(min === 1 ? 'required' : 'too_short'), ...options },
  );
  const atMost = ValidateBy(
    {
      name: 'maxCodePoints',
      constraints: [max],
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || countCodePoints(value) <= max,
        defaultMessage: () => '$property has at most $constraint1 characters.',
      },
    },
    { ...failsAs('too_long'), ...options },
  );
  return [atLeast, atMost];
}

function isText(options: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isText',
      validator: {
        validate: (value: unknown) => typeof value === 'string',
        defaultMessage: () => '$property is a text.',
      },
    },
    { ...failsAs('invalid'), ...options },
  );
}

/** Changes a text, or each of a list, before it is checked; leaves everything else as it is. */
export function clean(how: (text: string) => string, each: boolean): PropertyDecorator {
  const one = (value: unknown): unknown => (typeof value === 'string' ? how(value) : value);
  return Transform(({ value }: { value: unknown }) => (each && Array.isArray(value) ? value.map(one) : one(value)));
}

/** Several decorators as one. */
export function compose(decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

/** A text of several lines, cleaned (`cleanText`) and counted in code points. */
export function IsBody(length: Length): PropertyDecorator {
  return compose([clean(cleanText, false), isText({}), storable({}), ...withinLength(length, {})]);
}

/** A name of one line, cleaned (`cleanName`) and counted in code points; `each` for a list of names. */
export function IsName(length: Length, { each = false } = {}): PropertyDecorator {
  const options = { each };
  return compose([clean(cleanName, each), isText(options), storable(options), ...withinLength(length, options)]);
}

/** A text taken exactly as it came (a password, a token): only its characters and length are checked. */
export function IsVerbatim(length: Length): PropertyDecorator {
  return compose([isText({}), storable({}), ...withinLength(length, {})]);
}
