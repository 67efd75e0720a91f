import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import type { EventRelay } from './event-relay.js';
import type { ListenerRegistry } from './listener-registry.js';
import type { OutboxRepository, OutboxRow } from './outbox.repository.js';
import { MOST_AT_ONCE, Outbox } from './outbox.js';

const MANY = 200;

describe('the outbox', () => {
  // One listener fails, which is logged.
  beforeAll(() => {
    Logger.overrideLogger(false);
  });
  afterAll(() => {
    Logger.overrideLogger(true);
  });

  const handled: string[] = [];
  const settled: string[] = [];
  let running = 0;
  let most = 0;

  async function handle({ id }: { id: string }): Promise<void> {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 1));
    running -= 1;
    handled.push(id);
    if (id === '3') throw new Error('planted');
  }

  const rows = Array.from({ length: MANY }, (_, n): OutboxRow => {
    const id = String(n);
    return { id, event: 'Happened', payload: { id }, pending: ['Listener'], attempts: 0 };
  });
  const repository = {
    settle: (id: string) => Promise.resolve(settled.push(id)),
    postpone: () => Promise.resolve(),
    claimDue: () => Promise.resolve(rows.slice(-50)),
  };
  const outbox = new Outbox(
    repository as unknown as OutboxRepository,
    { of: () => [{ name: 'Listener', listener: { handle }, isEverywhere: false }] } as unknown as ListenerRegistry,
    { tell: () => undefined } as unknown as EventRelay,
    { deliversEvents: true } as Config,
  );

  it('delivers some of many events at once, each once and in order, also when it looks for late ones meanwhile', async () => {
    outbox.start(rows.slice(0, MANY - 1));
    outbox.start(rows.slice(MANY - 1));
    outbox.onApplicationBootstrap();
    await new Promise((done) => setTimeout(done, 5));
    await outbox.beforeApplicationShutdown();
    expect(most).toBe(MOST_AT_ONCE);
    expect(handled.toSorted((one, other) => Number(one) - Number(other))).toEqual(rows.map(({ id }) => id));
    expect(Math.max(...handled.slice(0, MOST_AT_ONCE).map(Number))).toBeLessThan(2 * MOST_AT_ONCE);
    expect(settled).toHaveLength(MANY - 1);
  });
});
