import { expect } from '@jest/globals';

/** Asks again until it is answered, or `milliseconds` are over. */
export async function eventually<T>(ask: () => Promise<T> | T, milliseconds = 15_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/**
 * Reads until it is as wanted, a value or a matcher of Jest: what a page shows comes some moments after what one did.
 * @throws Error what it was instead, when it never came to it
 */
export async function expectSoon(read: () => unknown, wanted: unknown): Promise<void> {
  await eventually(async () => expect(await read()).toEqual(wanted));
}
