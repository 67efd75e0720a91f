import type { Page } from 'playwright-core';

/** Waits until nothing moves any more: what is on its way has neither its size nor its place. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}
