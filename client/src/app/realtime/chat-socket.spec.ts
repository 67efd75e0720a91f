import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PageVersion } from '../page-version';
import { SessionStore } from '../sign-in/session-store';

type Hear = (frame: object) => void;

const heard = new Map<string, Hear>();
const reconnectionDelay = jest.fn();
const socket = {
  on: (event: string, hear: Hear) => heard.set(event, hear),
  io: { reconnectionDelay },
  connect: jest.fn(),
  disconnect: jest.fn(),
};
jest.unstable_mockModule('socket.io-client', () => ({ io: () => socket }));
const { ChatSocket } = await import('./chat-socket');

describe('the socket', () => {
  beforeEach(() => {
    reconnectionDelay.mockClear();
    const session = { token: signal(null), state: signal('signed-in') };
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: session },
        { provide: PageVersion, useValue: { isOutdated: signal(false) } },
      ],
    });
    TestBed.inject(ChatSocket);
  });

  it('comes back to a server that restarts spread over the time that it said, and after that soon again', () => {
    heard.get('server:restarting')?.({ backInMs: 3_000 });
    expect(reconnectionDelay).toHaveBeenLastCalledWith(1_500);
    heard.get('connect')?.({});
    expect(reconnectionDelay).toHaveBeenLastCalledWith(500);
  });
});
