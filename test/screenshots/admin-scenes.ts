import type { Page } from 'playwright-core';
import { still } from '../kit/still.js';
import type { Lanternworks } from '../kit/lanternworks/lanternworks.js';
import type { Size } from './gallery.js';
import type { Scene } from './scene.js';

async function act(page: Page, button: RegExp, action: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByText(action, { exact: true }).click();
}

async function inviteSome(page: Page, _size: Size, place: Lanternworks): Promise<void> {
  for (const [name, role] of [
    ['ines', 'member'],
    ['otis', 'admin'],
    ['xiaoyu', 'member'],
  ])
    await place.user('hanna').post('/api/admin/invitations', { email: `${name}.guest@lanternworks.example`, role });
  await page.reload();
  await page.getByText('ines.guest@lanternworks.example').waitFor();
}

export const ADMIN: readonly Scene[] = [
  { name: 'admin', path: '/admin', sizes: ['phone'] },
  { name: 'admin-health', path: '/admin/health' },
  { name: 'admin-people', path: '/admin/people' },
  {
    name: 'admin-people-chosen',
    path: '/admin/people',
    act: async (page) => {
      for (const name of [/^Choose Aiko/u, /^Choose 王磊/u]) await page.getByRole('checkbox', { name }).check();
      await still(page);
    },
  },
  {
    name: 'admin-deactivate',
    path: '/admin/people',
    act: async (page) => {
      await page.getByRole('button', { name: /^Actions for Aiko/u }).click();
      await page.getByText('Deactivate', { exact: true }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'admin-add-person',
    path: '/admin/people',
    act: (page) => page.getByRole('button', { name: 'Add person' }).click(),
  },
  { name: 'admin-invitations', path: '/admin/invitations', act: inviteSome },
  {
    name: 'admin-invite',
    path: '/admin/invitations',
    act: async (page) => {
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Email').fill('ines.guest@lanternworks.example');
      await page.getByRole('combobox', { name: 'Rooms' }).fill('读书');
      await page.getByRole('option').first().click();
      await still(page);
    },
  },
  { name: 'admin-rooms', path: '/admin/rooms' },
  { name: 'admin-posts', path: '/admin/posts' },
  {
    name: 'admin-posts-closed',
    path: '/admin/posts',
    act: async (page, _size, place) => {
      const name = 'Board';
      await place.user('priya').post('/api/rooms', { name, slug: 'board', visibility: 'private' });
      await page.getByRole('combobox', { name: 'Room' }).fill(name);
      await page.getByRole('option', { name }).click();
      await page.getByRole('button', { name: 'Join visibly' }).waitFor();
    },
  },
  { name: 'admin-messages', path: '/admin/messages' },
  {
    name: 'admin-message-remove',
    path: '/admin/messages',
    act: async (page) => {
      await act(page, /^Actions for message/u, 'Remove message');
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  { name: 'admin-tags', path: '/admin/tags' },
  {
    name: 'admin-tag-merge',
    path: '/admin/tags',
    act: async (page) => {
      await act(page, /^Actions for/u, 'Merge into another');
      await page.getByRole('combobox', { name: 'Tag to keep' }).fill('e');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'admin-audit', path: '/admin/audit' },
  { name: 'admin-organisation', path: '/admin/organisation' },
];
