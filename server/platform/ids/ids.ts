import { v7, validate } from 'uuid';

/** A new id: UUID version 7, rising within this process, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

/** Where the ids of a moment begin, in milliseconds since 1970, in the order of ids. */
export function firstIdOf(moment: number): string {
  const digits = Math.max(0, moment).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}

/**
 * True for a UUID as the database writes it, in lower case; only such may reach a `uuid` column. What comes in is made so where
 * it comes in: addresses by `ContractPipe`, fields by `@IsUUID()`.
 */
export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}

/** A UUID of any case as the database writes it; every other text as it is. */
export function asReference(text: string): string {
  return validate(text) ? text.toLowerCase() : text;
}
