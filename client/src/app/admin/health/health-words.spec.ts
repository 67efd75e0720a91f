import { describe, expect, it } from '@jest/globals';
import type { AdminHealth, HealthWarning } from '#contracts/admin-health.dto.js';
import { HEALTH_WARNINGS } from '#contracts/health-warnings.js';
import { fillingsOf, fullness } from './filling';
import { conditionOf, jobLabel, lasting, lookOf, sentenceOf } from './health-words';
import { servicesOf } from './services';

const warning = (code: HealthWarning['code'], weight: HealthWarning['weight'] = 'look'): HealthWarning => ({
  ...{ code, weight },
  params: { count: 2, percent: 90, seconds: 70 },
});
const NOW = '2026-11-28T12:00:00.000Z';
const NODE = {
  ...{ id: 'a', role: 'all' as const, host: 'one', version: '1.0.0', startedAt: NOW, seenAt: NOW },
  ...{ isAlive: true, isThis: true, sockets: 3 },
};
const WELL: AdminHealth = {
  ...{ checkedAt: NOW, version: '1.0.0', startedAt: NOW, uptimeSeconds: 60, warnings: [], usersOnline: 2 },
  nodes: [NODE, { ...NODE, id: 'b', sockets: 2 }],
  database: {
    ...{ version: '18.4', roundTripMs: 0.4, bytes: 1_000, connections: 20, maxConnections: 100 },
    tables: [500, 200, 100, 50].map((bytes, index) => ({ name: `t${String(index)}`, bytes, rows: 1 })),
  },
  storage: { kind: 'disk', state: 'up', files: 3, bytes: 2_048 },
  queue: { state: 'up', waiting: 3, active: 1, delayed: 4, failed: 0, failedJobs: [] },
  outbox: { waiting: 0, oldestSeconds: 0 },
  ...{ disk: { bytes: 1_000, freeBytes: 149 }, redis: 'up', mail: 'off', errors: [] },
};

describe('what is said of the health', () => {
  it('counts what needs a look', () => {
    expect([0, 1, 3].map(conditionOf)).toEqual([
      'Everything is working',
      'One thing needs a look',
      '3 things need a look',
    ]);
  });

  it.each(HEALTH_WARNINGS)('has a sentence without gaps for %s', (code) => {
    expect(sentenceOf(warning(code))).toMatch(/^[\dA-Z][^{}]+\.$/u);
  });

  it('names what a newer server warns of by its code', () => {
    expect(sentenceOf(warning('of_tomorrow' as 'errors'))).toBe('of_tomorrow');
    expect([jobLabel('send-mail'), jobLabel('of-tomorrow')]).toEqual(['Send an email', 'of-tomorrow']);
  });

  it('tells how long by the largest unit', () => {
    expect([5, 119, 3_600, 200_000].map(lasting)).toEqual(['1 minute', '1 minute', '1 hour', '2 days']);
  });

  it('is a word and an icon for each weight', () => {
    expect([undefined, warning('errors'), warning('queue_down', 'urgent')].map((one) => lookOf(one).text)).toEqual([
      'Working',
      'Needs a look',
      'Not working',
    ]);
  });

  it('tells each part apart, by the warnings that are about it', () => {
    const services = servicesOf({ ...WELL, warnings: [warning('storage_down', 'urgent'), warning('jobs_failed')] });
    expect(services.map(({ name, about, look }) => [name, about, look.text])).toEqual([
      ['Database', 'PostgreSQL 18.4, 1 ms round trip', 'Working'],
      ['Live connections', '5 open on 2 nodes, through Redis', 'Working'],
      ['File storage', '3 files, 2 KB, on this disk', 'Not working'],
      ['Jobs', '3 waiting, 1 running, 4 for later', 'Needs a look'],
      ['Email', 'Not set up', 'Off'],
    ]);
  });

  it('shares the room out without losing any', () => {
    expect(fillingsOf(WELL).map(({ bytes }) => bytes)).toEqual([2_048, 500, 200, 100, 200]);
    expect([fullness(WELL.disk), fullness({ bytes: 0, freeBytes: 0 })]).toEqual([85, 0]);
  });
});
