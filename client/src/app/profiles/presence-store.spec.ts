import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChatSocket } from '../realtime/chat-socket';
import { PresenceStore } from './presence-store';

describe('who is connected', () => {
  const connections = signal(1);
  const ask = jest.fn<(event: string, wish: { userIds: string[] }) => Promise<{ online: string[] }>>();
  let store: PresenceStore;

  beforeEach(() => {
    ask.mockReset().mockResolvedValue({ online: [] });
    TestBed.configureTestingModule({
      providers: [{ provide: ChatSocket, useValue: { connections, ask, on: () => undefined } }],
    });
    store = TestBed.inject(PresenceStore);
  });

  /** A place on screen that shows these people. */
  function show(userIds: () => readonly string[]): EnvironmentInjector {
    const place = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    runInInjectionContext(place, () => store.watch(userIds));
    return place;
  }

  const watched = () => {
    TestBed.tick();
    return ask.mock.lastCall?.[1].userIds;
  };

  it('is asked for of everybody who is shown anywhere, as long as they are', async () => {
    const members = signal(['lei', 'ana']);
    show(members);
    expect(watched()).toEqual(['ana', 'lei']);
    ask.mockResolvedValue({ online: ['lei', 'sam'] });
    const card = show(() => ['sam']);
    expect(watched()).toEqual(['ana', 'lei', 'sam']);
    await Promise.resolve();
    expect(['ana', 'lei', 'sam'].filter((id) => store.isOnline(id))).toEqual(['lei', 'sam']);
    members.set(['lei']);
    expect(watched()).toEqual(['lei', 'sam']);
    card.destroy();
    expect(watched()).toEqual(['lei']);
  });

  it('is not asked for again when somebody is shown once more', () => {
    show(() => ['lei', 'ana']);
    watched();
    show(() => ['ana']);
    watched();
    expect(ask).toHaveBeenCalledTimes(1);
    connections.update((count) => count + 1);
    watched();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is asked for of as many as the server answers, of who was shown last before all', () => {
    show(() => Array.from({ length: 500 }, (_, index) => `member ${index}`));
    show(() => ['the one on the card']);
    expect(watched()).toHaveLength(500);
    expect(watched()).toContain('the one on the card');
  });
});
