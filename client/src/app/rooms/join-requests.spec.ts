import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { ProfileCards } from '../profiles/profile-cards';
import { Notice } from '../ui/notice';
import { CurrentRoom } from './current-room';
import { JoinRequests } from './join-requests';
import { MemberStore } from './member-store';
import { RoomActions } from './room-actions';
import { RoomsApi } from './rooms-api';

const person = (id: string): User => ({ id, username: id, displayName: id, role: 'member', status: 'active' });

describe('who asks to join', () => {
  const requests = jest.fn<(room: string) => Promise<User[]>>();
  const dismissRequest = jest.fn<(room: string, username: string) => Promise<void>>();
  const add = jest.fn<(username: string) => Promise<void>>();
  const canManageMembers = signal(true);
  const connections = signal(1);
  const here = signal('room');
  const count = signal(2);
  let tell: (membership: { roomId: string; user: User }) => void;
  let fixture: ComponentFixture<JoinRequests>;

  beforeEach(async () => {
    for (const call of [requests, dismissRequest, add]) call.mockReset();
    requests.mockResolvedValue([person('lei'), person('greta')]);
    dismissRequest.mockResolvedValue(undefined);
    add.mockResolvedValue(undefined);
    canManageMembers.set(true);
    here.set('room');
    count.set(2);
    const attempt = (work: () => Promise<unknown>) =>
      work().then(
        () => true,
        () => false,
      );
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { requests, dismissRequest } },
        { provide: MemberStore, useValue: { add } },
        { provide: CurrentRoom, useValue: { room: () => ({ id: here(), requestCount: count() }) } },
        { provide: RoomActions, useValue: { canManageMembers } },
        { provide: ChatSocket, useValue: { on: (_: string, handle: typeof tell) => (tell = handle), connections } },
        { provide: Notice, useValue: { attempt } },
        { provide: ProfileCards, useValue: {} },
      ],
    });
    fixture = TestBed.createComponent(JoinRequests);
    await fixture.whenStable();
  });

  const element = () => fixture.nativeElement as HTMLElement;
  const names = () => [...element().querySelectorAll('li a')].map(({ textContent }) => textContent.trim());
  const press = async (label: string) => {
    element().querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!.click();
    await fixture.whenStable();
  };

  it('is told by the answer to the last question, whichever comes first', async () => {
    let answer: (users: User[]) => void = () => undefined;
    requests.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    count.set(3);
    TestBed.tick();
    requests.mockResolvedValueOnce([person('greta'), person('ana')]);
    count.set(2);
    await fixture.whenStable();
    answer([person('lei'), person('greta'), person('ana')]);
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(names()).toEqual(['greta', 'ana']);
  });

  it('is listed, and let in or turned down', async () => {
    expect([requests.mock.calls, names()]).toEqual([[['room']], ['lei', 'greta']]);
    await press('Let lei in');
    await press('Turn greta down');
    expect([add.mock.calls, dismissRequest.mock.calls]).toEqual([[['lei']], [['room', 'greta']]]);
    expect(element().textContent.trim()).toBe('');
  });

  it('leaves the focus where they were, and says what became of each', async () => {
    document.body.append(element());
    const said = jest.spyOn(TestBed.inject(LiveAnnouncer), 'announce');
    for (const label of ['Let lei in', 'Turn greta down']) {
      element().querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!.focus();
      await press(label);
      expect(document.activeElement).toBe(element());
    }
    expect(said.mock.calls).toEqual([['lei added'], ['greta turned down']]);
  });

  it('stays where the answer was refused', async () => {
    add.mockRejectedValue(new Error('unreachable'));
    await press('Let lei in');
    expect(names()).toEqual(['lei', 'greta']);
  });

  it('goes when somebody else lets them in', async () => {
    tell({ roomId: 'other', user: person('greta') });
    tell({ roomId: 'room', user: person('lei') });
    await fixture.whenStable();
    expect(names()).toEqual(['greta']);
  });

  it('is asked for when it is told that more ask', async () => {
    requests.mockResolvedValue([person('lei'), person('greta'), person('newcomer')]);
    count.set(3);
    await fixture.whenStable();
    expect(names()).toEqual(['lei', 'greta', 'newcomer']);
  });

  it('is asked for again with each connection', async () => {
    requests.mockResolvedValue([person('newcomer')]);
    connections.update((count) => count + 1);
    await fixture.whenStable();
    expect(names()).toEqual(['newcomer']);
  });

  it('is nobody to those who cannot let them in', async () => {
    requests.mockClear();
    canManageMembers.set(false);
    connections.update((count) => count + 1);
    await fixture.whenStable();
    expect([requests.mock.calls, names()]).toEqual([[], []]);
  });

  it('are those of the room on screen when the answer about the room before comes last', async () => {
    let reply: (users: User[]) => void = () => undefined;
    requests.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    connections.update((count) => count + 1);
    TestBed.tick();
    requests.mockResolvedValueOnce([person('hanna')]);
    here.set('next');
    await fixture.whenStable();
    reply([person('lei')]);
    await fixture.whenStable();
    expect(names()).toEqual(['hanna']);
  });
});
