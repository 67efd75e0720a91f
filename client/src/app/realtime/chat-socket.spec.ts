import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PageVersion } from '../page-version';
import { SessionStore } from '../sign-in/session-store';

type Hear = (frame: object) => void;

const heard = new Map<string, Hear>();
const reconnectionDelay = jest.fn();
const socket = {
  on: (event: string, hear: Hear) => heard.set(event, hear),
  io: { reconnectionDelay },
  connect: jest.fn(),
  disconnect: () => socket,
};
jest.unstable_mockModule('socket.io-client', () => ({ io: () => socket }));
const { ChatSocket } = await import('./chat-socket');

describe('the socket', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    reconnectionDelay.mockClear();
    socket.connect.mockClear();
    const session = { token: signal(null), state: signal('signed-in') };
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: session },
        { provide: PageVersion, useValue: { isOutdated: signal(false) } },
      ],
    });
    TestBed.inject(ChatSocket);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function refusedFor(milliseconds: number, data: object): Promise<number> {
    socket.connect.mockReset().mockImplementation(() => heard.get('connect_error')?.({ message: 'refused', data }));
    heard.get('connect_error')?.({ message: 'refused', data });
    await jest.advanceTimersByTimeAsync(milliseconds);
    return socket.connect.mock.calls.length;
  }

  it('knocks less and less often where it is refused, and soon again once it was let in', async () => {
    expect(await refusedFor(6_000, { code: 'unavailable' })).toBeGreaterThanOrEqual(1);
    const times = await refusedFor(60_000, { code: 'unavailable' });
    expect(times).toBeGreaterThanOrEqual(5);
    expect(times).toBeLessThanOrEqual(12);
    heard.get('connect')?.({});
    expect(await refusedFor(6_000, { code: 'unavailable' })).toBeGreaterThanOrEqual(1);
  });

  it('knocks no more often because the reader tried at once, too', async () => {
    for (let time = 0; time < 20; time += 1) heard.get('connect_error')?.({ message: 'refused' });
    expect(await refusedFor(10_000, {})).toBeLessThanOrEqual(4);
  });

  it('does not knock all at the same moment', async () => {
    const timer = jest.spyOn(globalThis, 'setTimeout');
    for (let time = 0; time < 20; time += 1) heard.get('connect_error')?.({ message: 'busy', data: { code: 'busy' } });
    await jest.advanceTimersByTimeAsync(0);
    expect(new Set(timer.mock.calls.map(([, wait]) => wait)).size).toBeGreaterThan(15);
    timer.mockRestore();
  });

  it('waits as long as the server says', async () => {
    const data = { code: 'busy', retryAfterMs: 30_000 };
    expect(await refusedFor(29_000, data)).toBe(0);
    expect(await refusedFor(41_000, data)).toBe(1);
  });

  it('comes back to a server that restarts spread over the time that it said, and after that soon again', () => {
    heard.get('server:restarting')?.({ backInMs: 3_000 });
    expect(reconnectionDelay).toHaveBeenLastCalledWith(1_500);
    heard.get('connect')?.({});
    expect(reconnectionDelay).toHaveBeenLastCalledWith(500);
  });
});
