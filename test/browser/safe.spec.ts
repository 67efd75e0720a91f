import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';

const HTML = '<!doctype html><body><script>parent.postMessage("ran", "*"); document.title = "ran";</script>hello';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="parent.postMessage(\'ran\', \'*\')"><script>parent.postMessage("ran", "*")</script></svg>';
const FRAME_HOST = '/frame-host';

/** Shows an address in a frame of a page of the same origin that forbids nothing. */
async function showInFrame(page: Page, address: string): Promise<void> {
  await page.route(`**${FRAME_HOST}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>addEventListener('message', () => { window.ran = true; });</script><iframe src="${address}"></iframe><object data="${address}"></object>`,
    }),
  );
  await page.goto(FRAME_HOST);
}

/** Whether a script has run that should not. */
const hasRun = (page: Page) => page.evaluate(() => (window as { ran?: boolean }).ran === true);

describe('what others upload and write', () => {
  let person: Person;
  const files: Record<string, string> = {};

  const house = openHouse(async (opened) => {
    person = await opened.welcome('Hanna');
    await person.account.createRoom({ name: 'Files' });
    await person.enter('/r/files');
    const uploads = [
      { name: 'evil.html', mimeType: 'text/html', buffer: Buffer.from(HTML) },
      { name: 'evil.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(SVG) },
    ];
    await person.share(uploads, 'two files');
    for (const { name } of uploads) {
      const link = person.row('two files').getByRole('link', { name: `Download ${name}` });
      files[name] = (await link.getAttribute('href')) ?? '';
    }
  });

  it('the check sees a script that runs', async () => {
    const page = await person.context.newPage();
    await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
    await showInFrame(page, '/planted');
    await expectSoon(() => hasRun(page), true);
    await page.close();
  });

  it.each(['evil.html', 'evil.svg'])('%s runs nothing, in a frame or as a page', async (name) => {
    const page = await person.context.newPage();
    const address = files[name] ?? '';
    expect(address).toMatch(/^\/api\/files\/attachments\//u);
    await showInFrame(page, address);
    await page.waitForTimeout(700);
    expect(await hasRun(page)).toBe(false);
    const download = page.waitForEvent('download');
    await page.goto(address).catch(() => undefined);
    expect((await download).suggestedFilename()).toBe(name);
    expect(await page.title()).not.toBe('ran');
    await page.close();
  });

  it('pages forbid scripts that are not files of ours', async () => {
    const answer = await person.page.goto('/rooms');
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    await person.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="/nothing" onerror="window.ran = true">');
    });
    const refused = expect.stringMatching(/inline event handler.*Content Security Policy/u);
    await expectSoon(() => house.takeTroubles(), [refused]);
    expect(await hasRun(person.page)).toBe(false);
  });

  it('a picture of another site in a message is a link, and nothing is asked of that site', async () => {
    const asked: string[] = [];
    person.page.on('request', (request) => asked.push(request.url()));
    await person.page.goto('/r/files');
    await person.say('![pixel](https://tracker.example/pixel.png)');
    await person.row('pixel').waitFor();
    await person.page.waitForTimeout(500);
    expect(await person.row('pixel').locator('img').count()).toBe(0);
    expect(asked.filter((url) => !url.startsWith(house.address))).toEqual([]);
  });

  it('two tabs that refresh at once stay signed in', async () => {
    const other = await person.context.newPage();
    await other.goto('/');
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([person.page.reload(), other.reload()]);
      for (const page of [person.page, other]) await page.getByRole('link', { name: 'Rooms' }).first().waitFor();
    }
    expect([new URL(person.page.url()).pathname, new URL(other.url()).pathname]).not.toContain('/sign-in');
    await other.close();
  });
});
