import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TestServer } from '../kit/api/test-server.js';
import { launchChromium } from '../kit/chromium.js';
import { Lanternworks } from '../kit/lanternworks/lanternworks.js';
import { LANGUAGES, type Size, SIZES, speak, take, type Theme, THEMES } from './gallery.js';
import type { Scene, Viewer } from './scene.js';
import { SCENES, signIn } from './scenes.js';

const STATES: Partial<Record<Viewer, Awaited<ReturnType<BrowserContext['storageState']>>>> = {};

/** Every screen and state as a picture in docs/screenshots: npm run screenshots, or npm run screenshots -- -t 'chat ' for some. */
describe('Lanternworks', () => {
  let server: TestServer;
  let place: Lanternworks;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([TestServer.start(), launchChromium()]);
    place = await Lanternworks.on(server);
    await place.open();
    for (const [viewer, username] of Object.entries({ hanna: 'hanna', owner: 'priya', newcomer: 'colleague29' }))
      await enter(viewer as Viewer, username);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    place.close();
    await server.stop();
  });

  describe.each(SCENES)('$name', (scene) => {
    for (const size of scene.sizes ?? (Object.keys(SIZES) as Size[])) {
      it.each(THEMES)(`${size} %s`, (theme) => show(scene, size, theme), 45_000);
    }
  });

  async function show(scene: Scene, size: Size, theme: Theme): Promise<void> {
    const { width, height } = SIZES[size];
    const state = STATES[scene.viewer ?? 'hanna'];
    const context = await browser.newContext({
      baseURL: server.address,
      viewport: { width, height },
      colorScheme: theme,
      locale: 'en-GB',
      hasTouch: size === 'phone',
      ...(state !== undefined && { storageState: state }),
    });
    context.setDefaultTimeout(15_000);
    try {
      const page = await context.newPage();
      await page.goto(scene.path);
      await rest(page);
      // Both are there then, also for what happens without a network.
      for (const language of LANGUAGES.toReversed()) await speak(page, language);
      await scene.act?.(page, size, place);
      for (const language of LANGUAGES) {
        await speak(page, language);
        await take(page, scene.name, size, theme, language);
      }
    } finally {
      await keepCookies(context, scene.viewer ?? 'hanna');
      await context.close();
    }
  }

  async function enter(viewer: Viewer, username: string): Promise<void> {
    const context = await browser.newContext({ baseURL: server.address });
    await signIn(await context.newPage(), username);
    await keepCookies(context, viewer);
    await context.close();
  }

  /** The refresh cookie rotates with every visit. */
  async function keepCookies(context: BrowserContext, viewer: Viewer): Promise<void> {
    if (viewer === 'stranger') return;
    const { cookies } = await context.storageState();
    if (cookies.length > 0) STATES[viewer] = { cookies, origins: [] };
  }
});

/** Until lists and rows are there. */
async function rest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}
