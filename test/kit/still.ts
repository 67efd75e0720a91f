import type { Locator, Page } from 'playwright-core';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Waits until what was just done is drawn and nothing moves any more: what is on its way has neither its size, its place
 * nor its colour, and what is not drawn yet does not move either. A dialog takes the focus at the end of its way, which
 * is waited for as well; what moves for ever is not.
 */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
  });
  await page.waitForFunction(
    () =>
      document.querySelector('.mdc-dialog--opening') === null &&
      document
        .getAnimations()
        .every(
          ({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
        ),
  );
}

/** Where an element is once nothing moves. @throws Error when it is not shown */
export async function boxOf(element: Locator): Promise<Box> {
  await element.waitFor({ state: 'attached' });
  await still(element.page());
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the page');
  return box;
}
