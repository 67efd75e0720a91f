import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionsService } from '../../server/auth/sessions.service.js';
import { SweepSessions } from '../../server/auth/sweep-sessions.job.js';
import { Transactions } from '../../server/database/transactions.js';
import { startApp, type TestApp } from '../kit/app.js';

describe('the sweep of sessions', () => {
  let program: TestApp;
  let userId: string;
  beforeAll(async () => {
    program = await startApp();
    userId = await program.makeUser('ann');
  });
  afterAll(() => program.close());

  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    program.app.get(Transactions).query<Row>(text, values);
  /** A session that was ended and that expires so many days ago; before today is negative. */
  async function aSession(ended: number | null, expires: number): Promise<string> {
    const device = { userAgent: 'Browser', ip: '192.0.2.1' };
    const { sessionId } = await program.app.get(SessionsService).begin(userId, device);
    await sql(
      `update sessions set ended_at = now() - make_interval(days => $2), expires_at = now() - make_interval(days => $3)
       where id = $1`,
      [sessionId, ended, expires],
    );
    return sessionId;
  }
  const left = async (): Promise<string[]> =>
    (await sql<{ id: string }>('select id from sessions order by id')).map(({ id }) => id);
  const sweep = (): Promise<void> => program.app.get(SweepSessions).run();

  it('takes those that have been over for thirty days, and leaves the others', async () => {
    const kept = [await aSession(null, -30), await aSession(29, -1), await aSession(null, 29), await aSession(29, 29)];
    for (const [ended, expires] of [
      [31, 1],
      [null, 31],
      [1, 31],
    ] as const)
      await aSession(ended, expires);
    expect(await left()).toHaveLength(7);
    await sweep();
    expect(await left()).toEqual(kept);
  });

  it('takes all of them, however many', async () => {
    const before = await left();
    await sql(
      `insert into sessions (id, user_id, rotated_at, user_agent, ip, created_at, last_seen_at, expires_at)
       select gen_random_uuid(), $1, long_ago, '', '', long_ago, long_ago, long_ago
       from generate_series(1, 1200), (values (now() - interval '31 days')) as times (long_ago)`,
      [userId],
    );
    await sweep();
    expect(await left()).toEqual(before);
  });
});
