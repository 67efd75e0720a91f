import { ValidateIf } from 'class-validator';

/** The field may be absent; null is a value like any other, and a wrong one where nothing else is said. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** The field may be absent, which leaves a value as it is, or null, which takes it away. */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined && value !== null);
}
