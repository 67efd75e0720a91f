import type { Page } from 'playwright-core';
import { CHAT, TOPIC } from './addresses.js';
import type { Size } from './gallery.js';
import type { Scene } from './scene.js';

/** Opens a menu of the page, a sheet on a phone, and does what one of its lines says. */
async function choose(page: Page, size: Size, menu: string, action: string): Promise<void> {
  if (size === 'tablet' && menu === 'Room menu') await page.getByRole('button', { name: 'Show lists' }).click();
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole(size === 'phone' ? 'button' : 'menuitem', { name: action }).click();
}

async function chooseOfMessage(page: Page, size: Size, action: string): Promise<void> {
  const row = page.getByRole('article').filter({ hasText: 'Pausing the rollout' });
  if (size === 'phone') await row.dispatchEvent('contextmenu');
  else {
    await row.hover();
    await row.getByRole('button', { name: 'More' }).click();
  }
  await page.getByRole(size === 'phone' ? 'button' : 'menuitem', { name: action }).click();
}

/** Dialogs in which rooms, posts and messages are changed, moved or deleted. */
export const KEEPING: Scene[] = [
  {
    name: 'edit-room',
    path: CHAT,
    viewer: 'owner',
    act: async (page, size) => {
      await choose(page, size, 'Room menu', 'Edit room');
      await page.getByRole('dialog').getByLabel('Address', { exact: true }).fill('ml');
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'invite-links',
    path: CHAT,
    viewer: 'owner',
    act: async (page, size, place) => {
      const path = '/api/rooms/machine-learning/invites';
      await place.user('priya').post(path, { expiresInHours: 24, uses: 5 });
      await choose(page, size, 'Room menu', 'Invite links');
      await page.getByRole('dialog', { name: 'Invite links' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'hand-over',
    path: CHAT,
    viewer: 'owner',
    act: async (page, size) => {
      await choose(page, size, 'Room menu', 'Hand over ownership');
      await page.getByRole('radio').nth(1).check();
    },
  },
  {
    name: 'delete-room',
    path: CHAT,
    viewer: 'owner',
    act: async (page, size) => {
      await choose(page, size, 'Room menu', 'Delete room');
      await page.getByText(/in all/u).waitFor();
      await page.getByLabel('Confirmation').fill('Machine');
    },
  },
  {
    name: 'edit-post',
    path: TOPIC,
    viewer: 'owner',
    act: (page, size) => choose(page, size, 'Post menu', 'Edit post'),
  },
  {
    name: 'post-history',
    path: TOPIC,
    viewer: 'owner',
    act: async (page, size) => {
      await choose(page, size, 'Post menu', 'Edit history');
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'delete-post',
    path: TOPIC,
    viewer: 'owner',
    act: async (page, size) => {
      await choose(page, size, 'Post menu', 'Delete post');
      await page.getByText(/cannot be undone/u).waitFor();
    },
  },
  {
    name: 'forward',
    path: CHAT,
    viewer: 'owner',
    act: async (page, size) => {
      await chooseOfMessage(page, size, 'Forward');
      await page.getByRole('radio').first().check();
    },
  },
  {
    name: 'remove-message',
    path: CHAT,
    viewer: 'owner',
    act: (page, size) => chooseOfMessage(page, size, 'Remove message'),
  },
];
