import { StartupError } from '../platform/config/startup-error.js';

/** @throws StartupError that names what can be given */
export function oneOf<Value extends string>(values: readonly Value[], given: string | undefined, name: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new StartupError([`${name} is one of ${values.join(', ')}.`]);
  return found;
}
