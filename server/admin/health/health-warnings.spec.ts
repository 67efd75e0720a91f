import { describe, expect, it } from '@jest/globals';
import type { HealthNode, HealthWarning } from '#contracts/admin-health.dto.js';
import { type Facts, warningsOf } from './health-warnings.js';

const NOW = '2026-11-28T12:00:00.000Z';
const NODE: HealthNode = {
  ...{ id: 'a', role: 'all', host: 'one', version: '1.0.0', startedAt: NOW, seenAt: NOW },
  ...{ isAlive: true, isThis: true, sockets: 3 },
};
const WELL: Facts = {
  ...{ checkedAt: NOW, version: '1.0.0', startedAt: NOW, uptimeSeconds: 60, nodes: [NODE], usersOnline: 3 },
  database: { version: '18', roundTripMs: 1, bytes: 1, connections: 20, maxConnections: 100, tables: [] },
  storage: { kind: 'disk', state: 'up', files: 1, bytes: 1 },
  queue: { state: 'up', waiting: 3, active: 1, delayed: 4, failed: 0, failedJobs: [] },
  ...{ outbox: { waiting: 2, oldestSeconds: 1 }, disk: { bytes: 100, freeBytes: 50 }, redis: 'off', mail: 'on' },
  ...{ errors: [], hasRateLimits: true },
};
const told = (change: Partial<Facts>): string[] =>
  warningsOf({ ...WELL, ...change }).map(({ code, weight, params }: HealthWarning) =>
    [weight, code, ...Object.values(params)].join(' '),
  );
const silent = { ...NODE, id: 'b', isAlive: false };
const errorAt = (at: string) => ({ at, nodeId: 'a', message: 'why' });

describe('what needs a look', () => {
  it('is nothing while all is well', () => {
    expect(told({})).toEqual([]);
  });

  it.each<[string, Partial<Facts>]>([
    ['urgent redis_down', { redis: 'down' }],
    ['urgent storage_down', { storage: { ...WELL.storage, state: 'down' } }],
    ['urgent queue_down', { queue: { ...WELL.queue, state: 'down' } }],
    ['urgent no_worker', { nodes: [{ ...NODE, role: 'web' }] }],
    ['look jobs_failed 2', { queue: { ...WELL.queue, failed: 2 } }],
    ['look jobs_waiting 501', { queue: { ...WELL.queue, waiting: 501 } }],
    ['look nodes_silent 1', { nodes: [NODE, silent] }],
    ['look versions_differ', { nodes: [NODE, { ...NODE, id: 'b', version: '1.0.1' }] }],
    ['look events_waiting 61', { outbox: { waiting: 1, oldestSeconds: 61 } }],
    ['look disk_full 85', { disk: { bytes: 100, freeBytes: 15 } }],
    ['urgent disk_full 95', { disk: { bytes: 100, freeBytes: 5 } }],
    ['look database_connections 80', { database: { ...WELL.database, connections: 80 } }],
    ['look errors 1', { errors: [errorAt('2026-11-28T11:30:00.000Z'), errorAt('2026-11-28T10:59:00.000Z')] }],
    ['look rate_limits_off', { hasRateLimits: false }],
    ['note mail_off', { mail: 'off' }],
  ])('%s', (warning, change) => {
    expect(told(change)).toEqual([warning]);
  });

  it('is told with the most urgent first', () => {
    expect(told({ mail: 'off', nodes: [silent] })).toEqual([
      'urgent no_worker',
      'look nodes_silent 1',
      'note mail_off',
    ]);
  });
});
