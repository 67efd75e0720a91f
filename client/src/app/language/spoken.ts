/** Something with words in it; a function gives it in the language of the moment, wherever signals are followed. */
export type Spoken<Value> = Value | (() => Value);

export function spoken<Value extends object>(given: Spoken<Value>): Value {
  return typeof given === 'function' ? given() : given;
}
