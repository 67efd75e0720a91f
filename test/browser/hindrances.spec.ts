import { describe, expect, it } from '@jest/globals';
import { findViolations } from '../kit/accessibility.js';
import { eventually } from '../kit/eventually.js';
import { moveInTogether, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';

const ROOM = '/r/jiqixuexi';

// Mistyped addresses, too much at once, and what cannot be fetched just now: said in words, and never a dead end.
describe('what stands in the way', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(
    async (opened) => {
      ({ hanna, lei } = await moveInTogether(opened));
      await hanna.account.createRoom({ name: 'Slow line' });
    },
    { isCut: true },
  );

  /** Lei at a phone, whose keyboard puts a blank behind every name. */
  async function onPhone(): Promise<Person> {
    const finger = await house.newPerson(lei.displayName, { viewport: PHONE, hasTouch: true, isMobile: true });
    await finger.page.goto('/sign-in');
    await finger.signIn(`${lei.username} `);
    await finger.page.waitForURL((url) => url.pathname === '/');
    return finger;
  }

  it('of an address without a post: the room is there', async () => {
    const { page } = lei;
    await page.goto(`${ROOM}/p/mistyped`);
    await page.getByRole('heading', { name: 'There is no such post' }).waitFor();
    expect(await page.getByRole('button', { name: 'Ask to join' }).count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Go to the chat' }).click();
    await lei.composer.waitFor();
  });

  it('of sixty files: as many as fit are taken, the rest is counted, and the message goes', async () => {
    await hanna.page.goto(ROOM);
    const files = Array.from({ length: 60 }, (_, index) => `file ${String(index)}.txt`);
    await lei.page
      .locator('input[type=file]')
      .setInputFiles(files.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })));
    await lei.page.getByRole('alert').filter({ hasText: 'A message takes 10 files. 50 were left out.' }).waitFor();
    await lei.composer.fill('ten of sixty');
    await lei.composer.press('Enter');
    await hanna.row('ten of sixty').getByRole('link', { name: 'Download file 9.txt' }).waitFor();
    expect(await lei.page.getByText('were left out').count()).toBe(0);
  });

  it('of files that are dropped where nobody takes them', async () => {
    const { page } = lei;
    const drop = (selector: string) =>
      page.evaluate((where) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['dropped'], 'stray.txt', { type: 'text/plain' }));
        const target = document.querySelector(where);
        return ['dragenter', 'dragover', 'drop'].map((name) => {
          const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
          target?.dispatchEvent(event);
          return event.defaultPrevented;
        });
      }, selector);
    await page.goto(ROOM);
    await page.getByRole('button', { name: 'New post' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await drop('mat-dialog-container h2')).toEqual([false, true, true]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByText('stray.txt').count()).toBe(0);
    await page.goto('/');
    await page.getByRole('link', { name: 'Rooms' }).first().waitFor();
    expect(await drop('main')).toEqual([false, true, true]);
  });

  it('of a keyboard that lies over the page: the composer stays in sight', async () => {
    const finger = await onPhone();
    const { context, page } = finger;
    await context.addInitScript(() => {
      const view = Object.assign(new EventTarget(), { height: 480, scale: 1 });
      Object.defineProperty(window, 'visualViewport', { value: view });
    });
    await page.goto(ROOM);
    await finger.composer.click();
    await page.evaluate(() => window.visualViewport?.dispatchEvent(new Event('resize')));
    await page.waitForFunction(() => (document.activeElement?.getBoundingClientRect().bottom ?? 900) < 480);
    await page.evaluate(() => {
      Object.assign(window.visualViewport ?? {}, { height: window.innerHeight });
      window.visualViewport?.dispatchEvent(new Event('resize'));
    });
    await page.waitForFunction(() => (document.activeElement?.getBoundingClientRect().bottom ?? 0) > 700);
    await finger.leave();
  });

  it('of a part that cannot be fetched: it is said, and the part comes once it can', async () => {
    await lei.page.goto(ROOM);
    await lei.composer.waitFor();
    await lei.context.setOffline(true);
    await lei.page.keyboard.press('Control+k');
    await lei.page.getByText('This did not load. You are offline.').waitFor();
    await lei.page.getByRole('link', { name: 'Settings' }).click();
    await lei.composer.waitFor();
    await lei.context.setOffline(false);
    // A browser that has just been let out again may refuse once more.
    await eventually(async () => {
      await lei.page.keyboard.press('Control+k');
      await lei.page.getByRole('dialog', { name: 'Quick switcher' }).waitFor({ timeout: 2_000 });
    });
    await lei.page.keyboard.press('Escape');
    await lei.page.getByRole('link', { name: 'Settings' }).click();
    await lei.page.waitForURL(/settings/u);
  });

  it('of a slow line: shapes stand for what comes, what is written right after joining goes out once one has joined', async () => {
    await hanna.enter('/r/slow-line');
    let show: () => void = () => undefined;
    const shown = new Promise<void>((done) => (show = done));
    await lei.page.route(/\/api\/(?!auth)/u, async (route) => {
      await shown;
      await route.continue();
    });
    await lei.page.goto('/r/slow-line');
    await lei.page.getByRole('main').locator('app-skeletons').waitFor();
    show();
    let join: () => void = () => undefined;
    const answered = new Promise<void>((done) => (join = done));
    await lei.page.route('**/membership', async (route) => {
      await answered;
      await route.continue();
    });
    await lei.page.getByRole('button', { name: 'Join room' }).click();
    await lei.composer.waitFor();
    await lei.say('quicker than the line');
    await lei.row('quicker than the line').getByText('Sending').waitFor();
    join();
    await hanna.row('quicker than the line').waitFor();
    await lei.page.unrouteAll();
  });

  it('of a finger on a phone: the way back closes the sheet, the name that a keyboard completed opens the door', async () => {
    const finger = await onPhone();
    const { page } = finger;
    await page.goto('/rooms');
    await page.getByRole('button', { name: /account menu/u }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/rooms');
    await finger.leave();
  });
});
