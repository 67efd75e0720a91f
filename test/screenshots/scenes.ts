import type { Page } from 'playwright-core';
import type { Session, SessionPage } from '#contracts/auth.dto.js';
import type { PublicConfig } from '#contracts/config.dto.js';
import { body } from '../kit/api/answer.js';
import { LANTERN_PASSWORD } from '../kit/lanternworks/lanternworks.js';
import { still } from '../kit/still.js';
import { CHAT, TOPIC } from './addresses.js';
import { ADMIN } from './admin-scenes.js';
import { KEEPING } from './keeping-scenes.js';
import type { Scene } from './scene.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const DOOR: Scene[] = [
  { name: 'sign-in', path: '/sign-in', viewer: 'stranger' },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    viewer: 'stranger',
    act: async (page) => {
      await page.getByLabel('Email or username').fill('hanna');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await button(page, 'Sign in').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'register',
    path: '/register',
    viewer: 'stranger',
    act: async (page) => {
      await page.getByLabel('Display name').fill('王磊 Lei Wang');
      await page.getByLabel('Username').fill('lei');
      await page.getByLabel('Email').fill('lei.wang@gmail');
      await page.getByLabel('Password', { exact: true }).fill('lamp posts');
      await button(page, 'Create account').click();
      await page.locator('mat-error').first().waitFor();
    },
  },
  { name: 'forgotten-password', path: '/forgotten-password', viewer: 'stranger' },
  {
    name: 'password-link',
    path: '/new-password#of-a-scene',
    viewer: 'stranger',
    act: async (page) => {
      const owner = { username: 'lei', displayName: '王磊 Lei Wang' };
      await page.route('**/password-links/check', (route) => route.fulfill({ json: owner }));
      await page.goto('/new-password#of-a-scene-again');
      await page.getByLabel('New password').waitFor();
    },
  },
  {
    name: 'invite',
    path: '/invite#of-a-scene',
    viewer: 'stranger',
    act: async (page) => {
      const places = { organisationName: 'Lanternworks', roomNames: ['Reading Club 读书会'] };
      const invite = { ...places, inviterName: 'Hanna Lindqvist', admitsNewcomers: true, expiresAt: '' };
      await page.route('**/invites/check', (route) => route.fulfill({ json: invite }));
      await page.goto('/invite#of-a-scene-again');
      await page.getByRole('button', { name: 'Create account' }).waitFor();
    },
  },
  {
    name: 'by-invitation',
    path: '/register',
    viewer: 'stranger',
    act: async (page) => {
      await page.route('**/api/config', async (route) => {
        const config = (await (await route.fetch()).json()) as PublicConfig;
        const organisation = { ...config.organisation, registration: 'invited' };
        await route.fulfill({ json: { ...config, organisation } });
      });
      await page.reload();
      await page.getByRole('heading', { name: 'This organisation is by invitation' }).waitFor();
    },
  },
];

const PAGES: Scene[] = [
  { name: 'home', path: '/' },
  { name: 'home-empty', path: '/', viewer: 'newcomer' },
  { name: 'rooms', path: '/rooms' },
  { name: 'directory', path: '/rooms?pane=browse', sizes: ['phone'] },
  { name: 'posts', path: `${CHAT}?pane=posts`, sizes: ['phone'] },
  { name: 'chat', path: CHAT },
  { name: 'topic', path: TOPIC },
  { name: 'settings', path: '/settings', sizes: ['phone'] },
  { name: 'profile-settings', path: '/settings/profile' },
  { name: 'appearance', path: '/settings/appearance' },
  { name: 'keyboard', path: '/settings/keyboard' },
  { name: 'account', path: '/settings/account' },
  { name: 'password', path: '/settings/password' },
  { name: 'sessions', path: '/settings/sessions' },
  { name: 'person', path: '/u/xiaoyu' },
  { name: 'no-access', path: '/r/nowhere' },
  { name: 'not-found', path: '/nowhere' },
];

const DIALOGS: Scene[] = [
  {
    name: 'create-room',
    path: '/rooms?pane=browse',
    act: async (page) => {
      await button(page, 'Create room').first().click();
      const dialog = page.getByRole('dialog', { name: 'Create a room' });
      await dialog.getByLabel('Name').fill('机器学习');
      await dialog.getByLabel('About').fill('模型、数据与评测的讨论区');
      await dialog.getByRole('radio', { name: 'Private' }).check();
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'new-post',
    path: `${CHAT}?pane=posts`,
    act: async (page, size) => {
      if (size === 'tablet') await button(page, 'Show lists').click();
      await button(page, 'New post').first().click();
      const dialog = page.getByRole('dialog', { name: 'New post' });
      await dialog.getByLabel('Title').fill('Which long-context benchmark do we trust?');
      const about =
        'RULER, LongBench-zh and our own set disagree. Let us pick one for the release gate, 最好这周定下来。';
      await dialog.getByLabel('About').fill(about);
      for (const tag of ['evaluation', '论文']) {
        await dialog.getByLabel('Tags').fill(tag);
        await dialog.getByLabel('Tags').press('Enter');
      }
      await dialog.getByLabel('Tags').pressSequentially('in');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'switcher',
    path: CHAT,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('rea');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'give-up-account',
    path: '/settings/account',
    viewer: 'newcomer',
    act: async (page) => {
      await button(page, 'Deactivate account').click();
      await page.getByRole('dialog').getByLabel('Present password').waitFor();
    },
  },
  { name: 'shortcuts', path: '/', act: (page) => page.keyboard.press('?') },
];

const ROOM: Scene[] = [
  { name: 'room-menu', path: CHAT, act: (page) => button(page, 'Room menu').first().click() },
  {
    name: 'message-menu',
    path: CHAT,
    act: async (page, size) => {
      const row = page.getByRole('article').filter({ hasText: 'Pausing the rollout' });
      if (size === 'phone') await row.dispatchEvent('contextmenu');
      else {
        await row.hover();
        await row.getByRole('button', { name: 'More' }).click();
      }
    },
  },
  {
    name: 'profile-card',
    path: CHAT,
    act: async (page) => {
      await page
        .getByRole('article')
        .getByRole('button', { name: /Siyuan Chen/u })
        .first()
        .click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'room-info',
    path: CHAT,
    sizes: ['tablet', 'phone'],
    act: async (page, size) => {
      if (size === 'phone') {
        await button(page, 'Room menu').click();
        await button(page, 'Room info').click();
      } else await button(page, /Show room details/u).click();
      await still(page);
    },
  },
  {
    name: 'room-files',
    path: CHAT,
    sizes: ['desktop'],
    act: (page) => page.getByRole('tab', { name: /Files/u }).click(),
  },
  {
    name: 'emoji',
    path: CHAT,
    act: async (page) => {
      await button(page, 'Emoji').click();
      await page.waitForTimeout(1_000);
    },
  },
  {
    name: 'picture',
    path: CHAT,
    act: async (page) => {
      await page.getByRole('log').getByRole('button', { name: /^Open/u }).first().click();
      await page.getByRole('dialog').locator('img').first().waitFor();
    },
  },
  {
    name: 'topic-scrolled',
    path: TOPIC,
    act: (page) => page.getByRole('log').evaluate((log) => log.scrollTo(0, log.scrollHeight)),
  },
  {
    name: 'editing',
    path: '/r/release-train',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Message' }).fill('Editing happens in place, 回车保存');
      await page.keyboard.press('Enter');
      const row = page.getByRole('article').filter({ hasText: '回车保存' }).last();
      await row.and(page.locator('[data-seq]')).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.getByRole('textbox', { name: 'Edited text' }).waitFor();
    },
  },
  { name: 'visitor', path: '/r/help-desk' },
  { name: 'resolved', path: `${CHAT}/p/nightly-job-fails-on-empty-shards` },
];

const TROUBLE: Scene[] = [
  {
    name: 'offline',
    path: CHAT,
    act: async (page) => {
      await page.context().setOffline(true);
      await page.getByRole('status').filter({ hasText: 'offline' }).waitFor();
      await page.getByRole('textbox', { name: 'Message' }).fill('Waiting for the network.');
      await page.keyboard.press('Enter');
      await page.getByText('Will send when you are back online').waitFor();
    },
  },
  {
    name: 'session-ended',
    path: '/sign-in',
    viewer: 'stranger',
    act: async (page, _size, place) => {
      await signIn(page, 'hanna');
      await page.goto(CHAT);
      await page.getByRole('article').first().waitFor();
      const hanna = place.user('hanna');
      const { items } = await body(hanna.get<SessionPage>('/api/auth/sessions'));
      await body(hanna.delete(`/api/auth/sessions/${newest(items).id}`));
      await page.getByText('You were signed out').waitFor();
    },
  },
  {
    name: 'update',
    path: '/',
    act: async (page) => {
      await page.route('**/api/auth/refresh', (route) => route.fulfill({ status: 503 }));
      await page.reload();
      await page.getByRole('heading', { name: 'Roomers is being updated' }).waitFor();
    },
  },
];

export const SCENES: readonly Scene[] = [...DOOR, ...PAGES, ...DIALOGS, ...ROOM, ...KEEPING, ...ADMIN, ...TROUBLE];

export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email or username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(LANTERN_PASSWORD);
  await button(page, 'Sign in').click();
  await page.waitForURL((url) => url.pathname === '/');
}

function newest(sessions: readonly Session[]): Session {
  return sessions.reduce((one, other) => (other.createdAt > one.createdAt ? other : one));
}
