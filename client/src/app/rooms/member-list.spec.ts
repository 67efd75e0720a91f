import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Membership, RoomRole } from '#contracts/room.dto.js';
import { SessionStore } from '../sign-in/session-store';
import { Confirm } from '../ui/confirm';
import { FilterBoxHarness } from '../ui/filter-box.harness';
import { Notice } from '../ui/notice';
import { Viewport } from '../ui/viewport';
import { CurrentRoom } from './current-room';
import { MemberActions } from './member-actions';
import { MemberList } from './member-list';
import { MemberStore } from './member-store';

const member = (id: string, role: RoomRole = 'member'): Membership => ({
  roomId: 'room',
  user: { id, username: id, displayName: `The ${id}`, role: 'member', status: 'active' },
  role,
  joinedAt: '2026-06-03T09:00:00.000Z',
  version: 1,
});

// Nothing comes near the screen where there is none.
Object.assign(globalThis, {
  IntersectionObserver: class {
    observe(): void {}
    disconnect(): void {}
  },
});

describe('the members of a room', () => {
  const online = signal<Membership[]>([]);
  const offline = signal<Membership[]>([]);
  const isLoaded = signal(true);
  const hasFailed = signal(false);
  const myRole = signal<RoomRole>('member');
  const setRole = jest.fn<(member: Membership, role: RoomRole) => Promise<void>>();
  const say = jest.fn<(text: string) => void>();
  let fixture: ComponentFixture<MemberList>;

  beforeEach(async () => {
    online.set([member('hanna', 'owner'), member('greta', 'moderator')]);
    offline.set([member('lei')]);
    isLoaded.set(true);
    hasFailed.set(false);
    myRole.set('owner');
    setRole.mockReset().mockResolvedValue(undefined);
    say.mockReset();
    const remove = ({ user }: Membership) => {
      offline.update((members) => members.filter((one) => one.user.id !== user.id));
      return Promise.resolve();
    };
    const store = { online, offline, isLoaded, hasFailed, setRole, remove, members: () => [...online(), ...offline()] };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: MemberStore, useValue: store },
        { provide: CurrentRoom, useValue: { room: () => ({ id: 'room', name: 'Room', myRole: myRole() }) } },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }) } },
        { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: Notice, useValue: { say, attempt: (work: () => Promise<void>) => work().then(() => true) } },
      ],
    });
    fixture = TestBed.createComponent(MemberList);
    await fixture.whenStable();
  });

  const element = () => fixture.nativeElement as HTMLElement;
  const headings = () => [...element().querySelectorAll('h3')].map(({ textContent }) => textContent);
  const names = () => [...element().querySelectorAll('[role=listitem] a')].map((link) => link.textContent.trim());
  const linesOf = (whom: Membership) =>
    TestBed.inject(MemberActions)
      .of(whom)
      .map(({ label }) => label);

  it('stand online first, with what they are', () => {
    expect(headings()).toEqual(['Online, 2', 'Offline, 1']);
    expect(names()).toEqual(['The hanna', 'The greta', 'The lei']);
    const notes = [...element().querySelectorAll('.note')].map(({ textContent }) => textContent);
    expect(notes).toEqual(['Owner · You', 'Moderator']);
  });

  it('are filtered by name and username; closed, the filter is forgotten', async () => {
    const toggle = () => element().querySelector<HTMLButtonElement>('.toggle')!.click();
    toggle();
    const box = await TestbedHarnessEnvironment.loader(fixture).getHarness(FilterBoxHarness);
    await box.type('@GRE');
    expect([names(), headings()]).toEqual([['The greta'], ['Online, 1']]);
    await box.type('nobody');
    expect([names(), element().querySelector('h2')?.textContent]).toEqual([[], 'Nobody matches']);
    toggle();
    await fixture.whenStable();
    expect(names()).toHaveLength(3);
  });

  it('are all there again by Esc in the filter, and the focus is back where it came from', async () => {
    document.body.append(element());
    element().querySelector<HTMLButtonElement>('.toggle')!.click();
    await fixture.whenStable();
    element()
      .querySelector('app-filter-box input')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(element().querySelector('app-filter-box')).toBeNull();
    expect(document.activeElement).toBe(element().querySelector('.toggle'));
  });

  it('are drawn a part at a time when they are many, and counted whole', async () => {
    offline.set(Array.from({ length: 500 }, (_, index) => member(`member${index}`)));
    await fixture.whenStable();
    expect([headings(), names().length]).toEqual([['Online, 2', 'Offline, 500'], 60]);
  });

  it('say when they could not be had', async () => {
    online.set([]);
    offline.set([]);
    isLoaded.set(false);
    hasFailed.set(true);
    await fixture.whenStable();
    expect(element().querySelector('h2')?.textContent).toBe('Members did not load');
  });

  it('offer what the reader may do', () => {
    const all = ['View profile', 'Make moderator', 'Hand over ownership', 'Remove from room'];
    expect(linesOf(member('lei'))).toEqual(all);
    expect(linesOf(member('greta', 'moderator'))[1]).toBe('Make member');
    expect(linesOf(member('hanna', 'owner'))).toEqual(['View profile']);
    myRole.set('moderator');
    expect(linesOf(member('lei'))).toEqual(['View profile', 'Remove from room']);
    expect(linesOf(member('greta', 'moderator'))).toEqual(['View profile']);
    myRole.set('member');
    expect(linesOf(member('lei'))).toEqual(['View profile']);
  });

  it('become moderators', async () => {
    const make = TestBed.inject(MemberActions)
      .of(member('lei'))
      .find(({ label }) => label === 'Make moderator');
    await make?.run();
    expect(setRole.mock.calls).toEqual([[member('lei'), 'moderator']]);
  });

  it('that are removed leave the focus in the list, and it is said', async () => {
    document.body.append(element());
    const rows = element().querySelectorAll('[role=listitem]');
    rows[2]!.querySelector('button')!.focus();
    const removal = TestBed.inject(MemberActions)
      .of(member('lei'))
      .find(({ label }) => label === 'Remove from room');
    await removal?.run();
    await fixture.whenStable();
    expect(document.activeElement).toBe(element().querySelector('[role=list]'));
    expect(say.mock.calls).toEqual([['The lei removed']]);
  });
});
