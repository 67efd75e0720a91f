import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Crawler, Findings } from '../kit/controls/crawler.js';
import type { Place } from '../kit/controls/place.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';

const ROOM = '/r/lamps';
const TOPIC = '/r/lamps/p/wicks';

/** Where each route of the client is looked at; a new one needs its line here. */
const ADDRESSES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'routes.ts': {
    atTheDoor: [],
    byLink: [],
    'sign-in': ['/sign-in'],
    register: ['/register'],
    'forgotten-password': ['/forgotten-password'],
    'new-password': ['/new-password#no-such-link'],
    invite: ['/invite#no-such-link'],
    '': [],
  },
  'house-routes.ts': {
    '': ['/'],
    rooms: ['/rooms'],
    insideRoom: [ROOM, TOPIC, '/r/nowhere'],
    'u/:username': ['/u/person1', '/u/person2'],
    settings: [],
    profile: ['/settings/profile'],
    appearance: ['/settings/appearance'],
    account: ['/settings/account'],
    keyboard: ['/settings/keyboard'],
    password: ['/settings/password'],
    sessions: ['/settings/sessions'],
    admin: [],
    '**': ['/nowhere'],
  },
  'admin/admin-routes.ts': {
    '': [],
    health: ['/admin/health'],
    people: ['/admin/people'],
    invitations: ['/admin/invitations'],
    rooms: ['/admin/rooms'],
    posts: ['/admin/posts'],
    messages: ['/admin/messages'],
    tags: ['/admin/tags'],
    audit: ['/admin/audit'],
    organisation: ['/admin/organisation'],
  },
};

const OUTSIDE = Object.values(ADDRESSES['routes.ts'] ?? {}).flat();
const INSIDE = Object.values(ADDRESSES['house-routes.ts'] ?? {}).flat();
const CONSOLE = Object.values(ADDRESSES['admin/admin-routes.ts'] ?? {}).flat();

const withoutDetails = async (page: Page) => {
  const details = page.getByRole('region', { name: 'Room info' });
  await details.waitFor();
  await page.keyboard.press('Control+.');
  await details.waitFor({ state: 'hidden' });
};
const ownMessage = (page: Page) => page.getByRole('article').filter({ hasText: 'Words of Hanna' }).hover();
const othersMessage = (page: Page) => page.getByRole('article').filter({ hasText: 'Words of 王磊' }).hover();

const places = (...paths: readonly string[]): Place[] => paths.map((path) => ({ path }));

describe('D33: everything that can be pressed', () => {
  let owner: Person;
  let inConsole: Person;
  let member: Person;
  let stranger: Person;
  let onPhone: Person;

  openHouse(async (opened) => {
    owner = await opened.welcome('Hanna Lindqvist');
    member = await opened.welcome('王磊');
    const room = await owner.account.createRoom({ name: 'Lamps' });
    await owner.account.createRoom({ name: 'Shades' });
    await member.account.join(room.slug);
    await owner.account.createPost(room.slug, { title: 'Wicks', about: 'Of cotton', tags: ['cotton'] });
    await owner.account.send(room.chatPost.id, 'Words of Hanna');
    await member.account.send(room.chatPost.id, 'Words of 王磊');
    inConsole = await opened.welcomeAgain(owner);
    stranger = await opened.newPerson('nobody');
    onPhone = await opened.welcomeAgain(owner, { viewport: PHONE });
  });

  it('is looked for on every page of the client', () => {
    const folder = 'client/src/app';
    const files = globSync('**/*routes.ts', { cwd: folder });
    const known = Object.fromEntries(
      files.map((file) => {
        const text = readFileSync(`${folder}/${file}`, 'utf8');
        const names = [...text.matchAll(/\b(?:path: '([^']*)'|matcher: (\w+))/gu)];
        return [file, new Set(names.map(([, path, matcher]) => path ?? matcher))];
      }),
    );
    const listed = Object.entries(ADDRESSES).map(([file, routes]) => [file, new Set(Object.keys(routes))]);
    expect(known).toEqual(Object.fromEntries(listed));
  });

  it('does something', async () => {
    const findings = new Findings();
    const room: Place[] = [
      { path: ROOM, prepare: withoutDetails },
      { path: ROOM, prepare: ownMessage },
    ];
    const others = async () => {
      const visited = [...room, { path: ROOM, prepare: othersMessage }, ...places(TOPIC, '/r/shades')];
      await Crawler.send({ page: member.page, role: 'member', places: visited }, findings);
      await Crawler.send({ page: stranger.page, role: 'stranger', places: places(...OUTSIDE) }, findings);
      const small = places('/', ROOM, `${ROOM}?pane=posts`, TOPIC);
      await Crawler.send({ page: onPhone.page, role: 'phone', places: small, deepest: 1 }, findings);
    };
    await Promise.all([
      Crawler.send({ page: owner.page, role: 'owner', places: [...room, ...places(...INSIDE)] }, findings),
      Crawler.send({ page: inConsole.page, role: 'owner', places: places(...CONSOLE) }, findings),
      others(),
    ]);
    const { alive, dead, lost } = findings;
    expect({ dead, lost }).toEqual({ dead: [], lost: [] });
    expect(alive.size).toBeGreaterThan(250);
  }, 600_000);

  it('is found where it does nothing', async () => {
    const plant = (page: Page) =>
      page.evaluate(() =>
        document
          .querySelector('main')
          ?.insertAdjacentHTML('afterbegin', '<button>Forward</button><input type="search" aria-label="Search posts">'),
      );
    const findings = new Findings();
    await Crawler.send(
      { page: stranger.page, role: 'stranger', places: [{ path: '/forgotten-password', prepare: plant }] },
      findings,
    );
    expect(findings.dead.map(({ key }) => key)).toEqual([
      'root auth-page: button "Forward"',
      'root auth-page: input "Search posts"',
    ]);
    expect(findings.alive.size).toBeGreaterThan(2);
  });
});
