import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aBus } from '../../platform/nodes/node-bus.fixture.js';
import { PresenceRegistry } from './presence.registry.js';

describe('PresenceRegistry', () => {
  let presence: PresenceRegistry;
  let changes: [string, boolean][];

  beforeEach(() => {
    jest.useFakeTimers();
    presence = new PresenceRegistry(aBus());
    changes = [];
    presence.onChange((userId, isOnline) => changes.push([userId, isOnline]));
  });
  afterEach(() => {
    presence.onModuleDestroy();
    jest.useRealTimers();
  });

  it('closing one of two tabs changes nothing', () => {
    presence.connected('ann', 'tab1');
    presence.connected('ann', 'tab2');
    presence.disconnected('ann', 'tab1');
    jest.advanceTimersByTime(60_000);
    expect(presence.isOnline('ann')).toBe(true);
    expect(changes).toEqual([['ann', true]]);
  });

  it('offline is told five seconds after the last socket closed, once', () => {
    presence.connected('ann', 'tab1');
    presence.disconnected('ann', 'tab1');
    presence.disconnected('ann', 'tab1');
    jest.advanceTimersByTime(4_999);
    expect(changes).toEqual([['ann', true]]);
    expect(presence.onlineUserIds()).toEqual(['ann']);
    jest.advanceTimersByTime(1);
    expect(changes).toEqual([
      ['ann', true],
      ['ann', false],
    ]);
    expect(presence.onlineUserIds()).toEqual([]);
  });

  it('a reload does not flicker', () => {
    presence.connected('ann', 'before');
    presence.disconnected('ann', 'before');
    jest.advanceTimersByTime(2_000);
    presence.connected('ann', 'after');
    jest.advanceTimersByTime(60_000);
    expect(changes).toEqual([['ann', true]]);
  });
});
