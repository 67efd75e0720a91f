import type { Page } from 'playwright-core';

/**
 * Waits until what was just done is drawn and nothing moves any more: what is on its way has neither its size nor its
 * place, and what is not drawn yet does not move either.
 */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
  });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}
