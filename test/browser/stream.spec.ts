import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Room } from '#contracts/room.dto.js';
import { expectSoon } from '../kit/eventually.js';
import { DESKTOP, openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { checkeredPng } from '../kit/pictures.js';
import { boxOf } from '../kit/still.js';

const ROOM = '/r/dushuhui';

/** Answers events of a name in the server's place with a refusal, in each window, as long as it is told to. */
async function refuse(person: Person, event: string): Promise<{ isOn: boolean }> {
  const state = { isOn: false };
  await person.context.routeWebSocket(/socket\.io/u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const id = /^42(\d+)\["([\w:]+)"/u.exec(String(message));
      if (!state.isOn || id?.[2] !== event) server.send(message);
      else
        socket.send(`43${id[1] ?? ''}[{"ok":false,"error":{"code":"read_only","message":"This post is resolved."}}]`);
    });
  });
  return state;
}

/** The next visit finds nothing that the device has kept. */
async function forget({ page }: Person): Promise<void> {
  await page.goto('/rooms');
  await page.evaluate(() => indexedDB.deleteDatabase('roomers'));
}

const heightOf = async (element: Locator) => (await boxOf(element)).height;

describe('the stream of a post', () => {
  let club: Room;
  let hanna: Person;
  let lei: Person;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna');
      lei = await opened.welcome('王磊', { baseURL: opened.cable.address });
      club = await hanna.account.createRoom({ name: '读书会' });
      await lei.account.join(club.slug);
      for (const person of [hanna, lei]) await person.enter(ROOM);
      await lei.row('Hanna').waitFor();
    },
    { isCut: true },
  );

  const stream = () => lei.page.getByRole('log');
  const newLine = () => stream().getByRole('separator', { name: 'New messages' });
  const jump = () => lei.page.getByRole('button', { name: /^Jump to newest/u });
  const isAtBottom = () =>
    lei.page.waitForFunction(() => {
      const log = document.querySelector('[role=log]');
      return log !== null && log.scrollHeight - log.scrollTop - log.clientHeight < 4;
    });

  const hannaSends = (texts: string[]) => hanna.account.sendAll(club.chatPost.id, texts);

  it('says where it begins while nobody has written', async () => {
    await lei.page.getByRole('heading', { name: 'Say the first thing' }).waitFor();
    await stream().getByRole('button', { name: 'Open a topic' }).waitFor();
    await lei.say('first');
    await lei.page.getByRole('heading', { name: 'Say the first thing' }).waitFor({ state: 'detached' });
  });

  it('leaves a row as high as it was when its message arrives', async () => {
    house.cable.pull();
    await lei.page.getByRole('status').filter({ hasText: 'offline' }).waitFor();
    await lei.say('takes its time');
    const row = lei.row('takes its time');
    await row.getByText('Will send when you are back online').waitFor();
    const before = await heightOf(row);
    house.cable.plug();
    await lei.page.getByRole('button', { name: 'Retry' }).click();
    await hanna.row('takes its time').waitFor();
    await row.getByText('Will send').waitFor({ state: 'detached' });
    expect(await heightOf(row)).toBe(before);
  });

  it('gives no room to what arrives at once', async () => {
    await lei.say('quick one');
    await lei.page.locator('article[data-seq]').filter({ hasText: 'quick one' }).waitFor();
    const lines = lei.row('quick one').locator('app-pending-line');
    expect(await heightOf(lines)).toBe(0);
  });

  it('leaves a row as high as it was when its picture comes', async () => {
    const picture = { name: 'chart.png', mimeType: 'image/png', buffer: await checkeredPng(800, 500) };
    await hanna.share([picture], 'with a chart');
    const row = lei.row('with a chart');
    await row.waitFor();
    const before = await heightOf(row);
    const image = row.locator('img[src*="thumbnail"]');
    await image.waitFor({ timeout: 20_000 });
    await lei.page.waitForFunction(
      (found) => (found as HTMLImageElement).naturalWidth > 0,
      await image.elementHandle(),
    );
    expect(await heightOf(row)).toBe(before);
    await isAtBottom();
    await lei.say('nice chart');
    await hanna.row('nice chart').waitFor();
  });

  it('begins at what is new, counts it, and keeps the line where it is', async () => {
    await lei.page.goto('/rooms');
    await lei.page.getByRole('list', { name: 'Rooms' }).waitFor();
    await hannaSends(Array.from({ length: 70 }, (_, index) => `new ${String(index + 1)}`));
    await lei.page.goto(ROOM);
    await newLine().waitFor();
    const after = newLine().locator('xpath=following-sibling::app-message-row[1]');
    await after.filter({ hasText: 'new 1' }).waitFor();
    await jump().filter({ hasText: '70 new messages' }).waitFor();
    await jump().click();
    await lei.row('new 70').waitFor();
    await isAtBottom();
    await hannaSends(['one more']);
    await lei.row('one more').waitFor();
    await isAtBottom();
    await jump().waitFor({ state: 'detached' });
  });

  it('stays where the reader is while rows come below and above', async () => {
    const row = lei.row('new 30');
    await row.scrollIntoViewIfNeeded();
    const top = async () => Math.round((await boxOf(row)).y);
    const before = await top();
    await hannaSends(['below all of it']);
    await jump()
      .filter({ hasText: /new message/u })
      .waitFor();
    expect(await top()).toBe(before);
    await lei.page.setViewportSize({ ...DESKTOP, height: 820 });
    await expectSoon(top, before);
  });

  it('takes the New line away once one has written', async () => {
    await lei.page.goto('/rooms');
    await lei.page.getByRole('list', { name: 'Rooms' }).waitFor();
    await hannaSends(['for the line']);
    await lei.page.goto(ROOM);
    await newLine().waitFor();
    await lei.say('have read it');
    await newLine().waitFor({ state: 'detached' });
    await hanna.row('have read it').waitFor();
    await isAtBottom();
    await lei.hasRead(club.slug);
  });

  it('is where the reader left it after a look elsewhere, unless something is new', async () => {
    const row = lei.row('new 30');
    const elsewhere = async (meanwhile: () => Promise<unknown> = () => Promise.resolve()) => {
      await lei.page.getByRole('link', { name: 'Home', exact: true }).click();
      await stream().waitFor({ state: 'detached' });
      await meanwhile();
      await lei.page.goBack();
      await stream().waitFor();
    };
    await elsewhere();
    await isAtBottom();
    await row.scrollIntoViewIfNeeded();
    await jump().waitFor();
    const top = async () => Math.round((await boxOf(row)).y);
    const before = await top();
    await elsewhere();
    await expectSoon(top, before);
    await elsewhere(() => hannaSends(['while away']));
    await newLine().waitFor();
    await lei.row('while away').waitFor();
    await lei.hasRead(club.slug);
  });

  it('says where older messages could not be had, and has them on a second try', async () => {
    await lei.page.route('**/messages?before=*', (route) => route.abort());
    await forget(lei);
    await lei.page.goto(ROOM);
    await lei.row('have read it').waitFor();
    await isAtBottom();
    await stream().hover();
    await lei.page.mouse.wheel(0, -100_000);
    const alert = stream().getByRole('alert').filter({ hasText: 'did not load' });
    await alert.waitFor();
    await lei.page.unroute('**/messages?before=*');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await lei.row('new 2').first().waitFor();
    await alert.waitFor({ state: 'detached' });
  });

  it('goes to the message that an address names, and marks it for a moment', async () => {
    await lei.page.goto(`${ROOM}/4`);
    const row = 'article[data-seq="4"]';
    await lei.page.locator(`${row}.target:focus`).waitFor();
    await lei.page.locator(`${row}.target`).waitFor({ state: 'detached', timeout: 4_000 });
  });

  it('keeps what was refused, over a reload, until it is sent or let go', async () => {
    const { page } = lei;
    const refusal = await refuse(lei, 'message:send');
    await page.goto(ROOM);
    await lei.row('have read it').waitFor();
    refusal.isOn = true;
    await lei.say('to be refused');
    const row = lei.row('to be refused');
    await row
      .getByRole('alert')
      .filter({ hasText: 'Not sent. The room is archived, or this post is resolved.' })
      .waitFor();
    await page.reload();
    await row.getByRole('alert').waitFor();
    refusal.isOn = false;
    await row.getByRole('button', { name: 'Try again' }).click();
    await hanna.row('to be refused').waitFor();
    refusal.isOn = true;
    await lei.say('to be let go');
    await lei.row('to be let go').getByRole('button', { name: 'Discard' }).click();
    await lei.row('to be let go').waitFor({ state: 'detached' });
    refusal.isOn = false;
  });

  it('lets go in every window of what is discarded in one, and goes on with what waits behind it', async () => {
    const refusal = await refuse(lei, 'message:send');
    await lei.page.goto(ROOM);
    await lei.row('have read it').waitFor();
    refusal.isOn = true;
    await lei.say('discarded in one window');
    const alert = 'app-message-row [role=alert]';
    await lei.page.locator(alert).waitFor();
    const other = await lei.context.newPage();
    await other.goto(ROOM);
    await other.locator(alert).waitFor();
    const box = other.getByRole('textbox', { name: 'Message', exact: true });
    await box.fill('goes out after it');
    await box.press('Enter');
    refusal.isOn = false;
    await lei.row('discarded in one window').getByRole('button', { name: 'Discard' }).click();
    await other.locator(alert).waitFor({ state: 'detached' });
    await hanna.row('goes out after it').waitFor();
    await lei.row('goes out after it').waitFor();
    await other.reload();
    await other.getByRole('article').filter({ hasText: 'goes out after it' }).waitFor();
    const pending = other.getByRole('article').filter({ hasText: 'discarded in one window' });
    expect([await pending.count(), await hanna.row('discarded in one window').count()]).toEqual([0, 0]);
    await other.close();
  });

  it('says that it did not open, beside a composer that stays', async () => {
    const refusal = await refuse(lei, 'post:open');
    refusal.isOn = true;
    await forget(lei);
    await lei.page.goto(ROOM);
    await stream().getByRole('heading', { name: 'Messages did not load' }).waitFor();
    await lei.composer.fill('still here');
    refusal.isOn = false;
    await stream().getByRole('button', { name: 'Try again' }).click();
    await lei.row('have read it').waitFor();
    await expectSoon(() => lei.composer.inputValue(), 'still here');
    await lei.composer.fill('');
  });
});
