import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PageVersion } from '../page-version';
import { ChatSocket } from './chat-socket';
import { ConnectionBanner } from './connection-banner';
import { ConnectionStore } from './connection-store';

describe('the connection banner', () => {
  const connection = {
    isOffline: signal(false),
    isRestarting: signal(false),
    sentOnReturn: signal<number | null>(null),
  };
  const socket = { reconnect: jest.fn() };
  const isOutdated = signal(false);
  let banner: HTMLElement;
  const said = () => banner.querySelector('[role=status]')?.textContent.trim().replace(/\s+/gu, ' ');

  beforeEach(() => {
    connection.isOffline.set(false);
    connection.isRestarting.set(false);
    connection.sentOnReturn.set(null);
    isOutdated.set(false);
    TestBed.configureTestingModule({
      providers: [
        { provide: ConnectionStore, useValue: connection },
        { provide: ChatSocket, useValue: socket },
        { provide: PageVersion, useValue: { isOutdated } },
      ],
    });
    const fixture = TestBed.createComponent(ConnectionBanner);
    banner = fixture.nativeElement as HTMLElement;
    TestBed.tick();
  });

  it('is one empty status as long as there is nothing to say', () => {
    expect([banner.querySelectorAll('[role=status]').length, said()]).toEqual([1, '']);
  });

  it('says that one is offline, and tries again when asked to', () => {
    connection.isOffline.set(true);
    TestBed.tick();
    expect(said()).toBe('You are offline. Messages wait here and send later.Retry');
    banner.querySelector('button')?.click();
    expect(socket.reconnect).toHaveBeenCalledTimes(1);
  });

  it('says when it is the server that restarts', () => {
    connection.isOffline.set(true);
    connection.isRestarting.set(true);
    TestBed.tick();
    expect(said()).toMatch(/^Roomers is restarting/u);
  });

  it.each([
    [0, 'Back online'],
    [1, 'Back online, 1 message sent'],
    [3, 'Back online, 3 messages sent'],
  ])('says what %i messages did on return', (count, words) => {
    connection.sentOnReturn.set(count);
    TestBed.tick();
    expect(said()).toBe(words);
    expect(banner.querySelector('.back')).not.toBeNull();
  });

  it('asks to load the page again when the server has gone on to another program', () => {
    isOutdated.set(true);
    TestBed.tick();
    expect(said()).toMatch(/^Roomers was updated\..*Load again$/u);
  });
});
