import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pause } from '../kit/api/chat-client.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';

interface Left {
  event: string;
  pending: string[];
  attempts: number;
}

describe('events of another version of the program', () => {
  let server: TestServer;

  let payload: object;

  beforeAll(async () => {
    server = await TestServer.start();
    const ann = await server.register('ann');
    payload = { roomId: (await ann.createRoom()).id, userId: ann.id };
  });
  afterAll(() => server.stop());
  beforeEach(() => server.sql('delete from outbox'));

  /** Leaves one in the outbox as a node that died. */
  async function leave(event: string, pending: string[], hoursAgo = 0): Promise<void> {
    await server.sql(
      `insert into outbox (id, event, payload, pending, due_at, created_at)
       values ($1, $2, $3, $4, now(), now() - make_interval(hours => $5))`,
      [randomUUID(), event, payload, pending, hoursAgo],
    );
  }
  const left = () => server.sql<Left>('select event, pending, attempts from outbox order by event');
  const taken = () =>
    eventually(async () => {
      const rows = await left();
      expect(rows.every(({ attempts }) => attempts > 0)).toBe(true);
      return rows;
    });

  it('wait for a node that has their listeners; what this one has, runs', async () => {
    await leave('MemberLeft', ['ListenerOfTheNext', 'TellRoomWhenMemberLeft']);
    await leave('OfTheNext', ['TellRoomWhenOfTheNext']);
    await taken();
    await pause(1_500);
    expect(await left()).toEqual([
      { event: 'MemberLeft', pending: ['ListenerOfTheNext'], attempts: 1 },
      { event: 'OfTheNext', pending: ['TellRoomWhenOfTheNext'], attempts: 1 },
    ]);
    expect(server.log).toContain('ListenerOfTheNext');
    await taken();
  });

  it('are let go of after a day: no node has them any more', async () => {
    await leave('OfTheLast', ['TellRoomWhenOfTheLast'], 25);
    await leave('OfToday', ['TellRoomWhenOfToday'], 23);
    await eventually(async () => expect((await left()).map(({ event }) => event)).toEqual(['OfToday']));
  });
});
