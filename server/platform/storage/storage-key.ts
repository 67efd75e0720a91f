/** Ours alone, made of words and ids and never of what people call things: no name leads to another file. */
const KEY = /^[a-z]+\/[0-9a-f-]{36}\.[a-z]+$/u;

/** @throws Error when `key` is no name under which the storage keeps files */
export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new Error(`Not a key of the storage: ${JSON.stringify(key)}`);
}
