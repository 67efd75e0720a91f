import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export const THEMES = ['light', 'dark'] as const;
/** Scenes are played in the first, and shown in each. */
export const LANGUAGES = ['en', 'zh'] as const;
/** Windows by the breakpoints of the design; the share of their pixels that a committed picture has. */
export const SIZES = {
  desktop: { width: 1440, height: 900, scale: 0.6 },
  tablet: { width: 900, height: 900, scale: 0.6 },
  phone: { width: 390, height: 844, scale: 1 },
} as const;
export type Theme = (typeof THEMES)[number];
export type Language = (typeof LANGUAGES)[number];
export type Size = keyof typeof SIZES;

const FOLDER = resolve('docs/screenshots');
const QUALITY = 60;

/** Whether pictures are also kept in full, to be compared by eye: SCREENSHOTS_IN_FULL=<folder> npm run screenshots */
const inFull = process.env['SCREENSHOTS_IN_FULL'];

/** Takes a picture of the page as it is and keeps it small. */
export async function take(page: Page, scene: string, size: Size, theme: Theme, language: Language): Promise<void> {
  await settle(page);
  const picture = await page.screenshot({ caret: 'initial' });
  const name = [scene, size, theme, ...(language === LANGUAGES[0] ? [] : [language])].join('-');
  if (inFull !== undefined) await keep(inFull, `${name}.png`, picture);
  const { width, scale } = SIZES[size];
  const small = await sharp(picture)
    .resize({ width: Math.round(width * scale) })
    .webp({ quality: QUALITY, effort: 6 })
    .toBuffer();
  await keep(FOLDER, `${name}.webp`, small);
}

/** Changes the language of an open page, as another window would. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem('roomers.language', chosen);
    dispatchEvent(new StorageEvent('storage', { key: 'roomers.language', newValue: chosen }));
  }, language);
  const spoken = page.locator(`html[lang|="${language}"]`);
  // A page that waits for the server takes it at its next visit.
  await spoken.waitFor({ state: 'attached', timeout: 2_000 }).catch(() => page.reload());
  await spoken.waitFor({ state: 'attached' });
}

async function keep(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, name), content);
}

/** Waits for pictures, fonts and what moves in. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const pictures = [...document.images].filter(({ complete, loading }) => !complete && loading !== 'lazy');
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  await page.waitForTimeout(250);
}
