import { v7, validate } from 'uuid';

/** A new id: UUID version 7, rising within this process, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

/** True for the text form of any UUID; only such may reach a `uuid` column. */
export function isId(text: string): boolean {
  return validate(text);
}
