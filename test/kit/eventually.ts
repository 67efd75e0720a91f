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
