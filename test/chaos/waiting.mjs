/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Asks again until the answer is yes, or the time is over. An error counts as no.
 * @returns {Promise<boolean>}
 */
export async function until(ask, withinMs, everyMs = 50) {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await Promise.resolve(ask()).catch(() => false)) return true;
    if (Date.now() > end) return false;
    await pause(everyMs);
  }
}
