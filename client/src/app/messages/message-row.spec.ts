import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { ReadMarks } from '../posts/read-marks';
import { PeopleStore } from '../profiles/people-store';
import { ProfileCards } from '../profiles/profile-cards';
import { ChatSocket } from '../realtime/chat-socket';
import { CurrentRoom } from '../rooms/current-room';
import { MemberStore } from '../rooms/member-store';
import { SessionStore } from '../sign-in/session-store';
import { Confirm } from '../ui/confirm';
import { Viewport } from '../ui/viewport';
import { Editing } from './editing';
import { aMessage } from './message.fixture';
import { MessageRow } from './message-row';
import { MessageRowHarness } from './message-row.harness';
import { MessageStores } from './message-stores';
import type { PendingMessage } from './pending-message';
import { buildRows } from './rows';

const OWN_ID = 'hanna';
const people = new Map([
  ['greta', { id: 'greta', displayName: 'Greta Olsen' }],
  [OWN_ID, { id: OWN_ID, displayName: 'Hanna Lindqvist' }],
  ['lei', { id: 'lei', displayName: '王磊 Lei Wang' }],
]);
const post = signal<{ state: string }>({ state: 'active' });
const picture = {
  id: 'picture',
  name: 'chart.png',
  mime: 'image/png',
  size: 1,
  width: 800,
  height: 500,
  url: '/api/files/attachments/picture/chart.png',
  thumbnailUrl: '/api/files/attachments/picture/thumbnail',
  state: 'ready' as const,
};
const isConnected = signal(true);
const queue = { retry: jest.fn(), discard: jest.fn(), isKept: jest.fn(() => true) };
const stores = { of: () => ({ queue }), known: () => ({ queue }), recall: jest.fn(() => Promise.resolve()) };

async function aFixture(messages: Message[], pending: PendingMessage[] = []) {
  const fixture = TestBed.createComponent(MessageRow);
  fixture.componentRef.setInput('row', buildRows(messages, pending, OWN_ID, null).at(-1));
  fixture.componentRef.setInput('postId', 'post');
  const row = await TestbedHarnessEnvironment.harnessForFixture(fixture, MessageRowHarness);
  const set = (input: string, value: unknown) => fixture.componentRef.setInput(input, value);
  return { fixture, row, set };
}

async function aRow(messages: Message[], pending: PendingMessage[] = []): Promise<MessageRowHarness> {
  return (await aFixture(messages, pending)).row;
}

const waiting = (facts: Partial<PendingMessage> = {}): PendingMessage => ({
  clientId: 'key',
  text: 'on its way',
  attachments: [],
  writtenAt: new Date().toISOString(),
  state: 'waiting',
  ...facts,
});
const late = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('a message row', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    isConnected.set(true);
    post.set({ state: 'active' });
    TestBed.configureTestingModule({
      providers: [
        { provide: PeopleStore, useValue: { person: (id: string) => people.get(id) } },
        { provide: MemberStore, useValue: { roleOf: (id: string) => (id === 'greta' ? 'owner' : 'member') } },
        { provide: SessionStore, useValue: { user: () => people.get(OWN_ID) } },
        { provide: ChatSocket, useValue: { isConnected, on: () => undefined } },
        { provide: MessageStores, useValue: stores },
        { provide: ReadMarks, useValue: {} },
        { provide: CurrentRoom, useValue: { isMember: () => true, room: () => ({}), post } },
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: ProfileCards, useValue: {} },
        { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
      ],
    });
  });

  it('names its author, time and text to those who do not see it', async () => {
    const row = await aRow([aMessage({ text: 'hello' })]);
    expect(await row.author()).toBe('Greta Olsen');
    expect(await row.label()).toMatch(/^Greta Olsen, \d+:\d\d, hello$/);
    expect(await row.text()).toContain('Owner');
  });

  it('does not repeat the author of a group', async () => {
    const row = await aRow([aMessage({ seq: 1 }), aMessage({ seq: 2 })]);
    expect(await row.author()).toBeNull();
    expect(await row.label()).toMatch(/^Greta Olsen,/);
  });

  it('says that it was edited after its last word', async () => {
    const row = await aRow([aMessage({ text: 'better', editedAt: '2026-06-03T10:00:00.000Z' })]);
    expect(await row.text()).toContain('better (edited)');
    expect(await row.label()).toMatch(/edited$/);
  });

  it.each([
    ['recalled', 'Message recalled by its author', []],
    ['removed', 'Message removed by a moderator', ['Show reason']],
  ] as const)(
    'shows nothing of a %s message, and offers its author no more than why',
    async (state, words, offered) => {
      const row = await aRow([aMessage({ state, text: '', authorId: OWN_ID })]);
      await row.hover();
      expect(await row.text()).toContain(words);
      expect(await row.actions()).toEqual(offered);
    },
  );

  it('tells nobody else why it was removed', async () => {
    const row = await aRow([aMessage({ state: 'removed', text: '' })]);
    expect([await row.text(), await row.actions()]).toEqual([expect.stringContaining('removed by a moderator'), []]);
  });

  it('offers editing and recalling to its author only, once looked at', async () => {
    const own = await aRow([aMessage({ authorId: OWN_ID })]);
    expect(await own.actions()).toEqual([]);
    await own.hover();
    expect(await own.actions()).toEqual(['Edit', 'Recall', 'More']);
    const other = await aRow([aMessage()]);
    await other.hover();
    expect(await other.actions()).toEqual(['More']);
  });

  it('keeps the focus when it is recalled while its menu is open', async () => {
    const { fixture, row, set } = await aFixture([aMessage({ authorId: OWN_ID })]);
    document.body.append(fixture.nativeElement as Node);
    await row.hover();
    await row.press('More');
    const gone = aMessage({ state: 'recalled', text: '', authorId: OWN_ID });
    set('row', buildRows([gone], [], OWN_ID, null).at(-1));
    await fixture.whenStable();
    expect(document.activeElement).toBe((fixture.nativeElement as HTMLElement).querySelector('article'));
    expect(document.querySelector('.mat-mdc-menu-panel')).toBeNull();
  });

  it('recalls after asking', async () => {
    const row = await aRow([aMessage({ authorId: OWN_ID })]);
    await row.hover();
    await row.press('Recall');
    await late();
    expect(stores.recall).toHaveBeenCalledTimes(1);
  });

  it('is quiet about sending until it takes long', async () => {
    const row = await aRow([], [waiting({ state: 'sending' })]);
    expect(await row.text()).not.toContain('Sending');
    await late();
    expect(await row.text()).toContain('Sending');
  });

  it('says that it waits behind another', async () => {
    const row = await aRow([], [waiting()]);
    await late();
    expect(await row.text()).toContain('Waits for the message above');
  });

  it('waits for the network', async () => {
    isConnected.set(false);
    const row = await aRow([], [waiting()]);
    await late();
    expect(await row.text()).toContain('Will send when you are back online');
  });

  it.each(['waiting', 'failed'] as const)('says that the device could not keep it: %s', async (state) => {
    queue.isKept.mockReturnValue(false);
    const row = await aRow([], [waiting({ state })]);
    await late();
    queue.isKept.mockReturnValue(true);
    expect(await row.text()).toContain('This device could not keep it.');
    const kept = await aRow([], [waiting({ state })]);
    await late();
    expect(await kept.text()).not.toContain('This device');
  });

  it('says why it was not sent, and offers to try again or let go', async () => {
    const row = await aRow([], [waiting({ state: 'failed', problem: 'You cannot post here.' })]);
    expect(await row.text()).toContain('Not sent. You cannot post here.');
    expect(await row.actions()).toEqual(['Try again', 'Copy', 'Discard']);
    await row.press('Try again');
    await row.press('Discard');
    expect([queue.retry.mock.calls, queue.discard.mock.calls]).toEqual([[['key']], [['key']]]);
  });

  it('says what happened in the room in the words of the code', async () => {
    const system = { code: 'room_created', params: { ownerName: 'Greta', roomName: '读书会' } };
    const row = await aRow([aMessage({ kind: 'system', system, text: 'English' })]);
    expect(await row.text()).toContain('Congratulations to Greta for creating a new chatroom named 读书会.');
  });

  it('keeps the room of the line that said where it was, once it has arrived', async () => {
    const { fixture, row, set } = await aFixture([], [waiting({ state: 'sending' })]);
    await late();
    expect(await row.stateLine()).toContain('Sending');
    jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(20);
    isConnected.set(false);
    await fixture.whenStable();
    set('row', buildRows([aMessage({ clientId: 'key', authorId: OWN_ID })], [], OWN_ID, null).at(-1));
    await fixture.whenStable();
    expect(await row.stateLine()).toBe('');
    const line = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('app-pending-line');
    expect(line?.style.minHeight).toBe('20px');
    jest.restoreAllMocks();
  });

  it('has no line about its way when it came from elsewhere', async () => {
    expect(await (await aRow([aMessage()])).stateLine()).toBeNull();
  });

  it('is edited in its place, and offers nothing meanwhile', async () => {
    const { fixture, row } = await aFixture([aMessage({ id: 'mine', authorId: OWN_ID, text: 'mine' })]);
    await row.hover();
    await row.press('Edit');
    expect(TestBed.inject(Editing).messageId()).toBe('mine');
    expect([await row.isEdited(), (await row.actions()).includes('More')]).toEqual([true, false]);
    TestBed.inject(Editing).stop();
    await fixture.whenStable();
    expect(await row.isEdited()).toBe(false);
  });

  it('is recalled but not edited where a post is resolved', async () => {
    post.set({ state: 'resolved' });
    const row = await aRow([aMessage({ authorId: OWN_ID })]);
    await row.hover();
    expect(await row.actions()).toEqual(['Recall', 'More']);
  });

  it('takes Tab to what is in it only while it is the one stop', async () => {
    const { row, set } = await aFixture([aMessage({ authorId: OWN_ID })]);
    await row.hover();
    expect(await row.tabStops()).toEqual(['-1', '-1', '-1', '-1']);
    set('isTabStop', true);
    expect(await row.tabStops()).toEqual(['0', '0', '0', '0']);
  });

  it('shows that it was jumped to, and that its menu is open', async () => {
    const { row, set } = await aFixture([aMessage()]);
    expect([await row.hasClass('target'), await row.hasClass('chosen')]).toEqual([false, false]);
    set('isTarget', true);
    set('isChosen', true);
    expect([await row.hasClass('target'), await row.hasClass('chosen')]).toEqual([true, true]);
  });

  it('says a Chinese name and text as Chinese', async () => {
    const { fixture, row } = await aFixture([aMessage({ authorId: 'lei', text: '评测跑完了。' })]);
    expect(await row.author()).toBe('王磊');
    expect(await row.label()).toMatch(/^王磊 Lei Wang, /);
    const element = fixture.nativeElement as HTMLElement;
    expect([...element.querySelectorAll('[lang="zh"]')].map(({ textContent }) => textContent.trim())).toEqual([
      '王磊',
      '评测跑完了。',
    ]);
  });

  it('speaks without markup, and counts what is attached', async () => {
    const row = await aRow([aMessage({ text: '**see** `this`', attachments: [picture, { ...picture, id: 'other' }] })]);
    expect(await row.label()).toMatch(/, see this, 2 files$/);
  });

  it('gives a picture its box before the picture is there', async () => {
    const cleaned = { ...picture, state: 'processing' as const, thumbnailUrl: undefined };
    const { fixture } = await aFixture([aMessage({ attachments: [cleaned] })]);
    const button = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('app-image-grid button');
    expect([button?.style.aspectRatio, button?.querySelector('img')]).toEqual(['360 / 225', null]);
  });
});
