import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { ExpireMessages } from '../../server/messages/expire-messages.job.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { ReadMarksService } from '../../server/messages/read-marks.service.js';
import { AppError } from '../../server/platform/errors/app-error.js';
import { Organisation } from '../../server/organisation/organisation.service.js';
import { KeptHouse } from '../kit/kept-house.js';

const DAYS = 30;
const ROUNDS = 5;

interface Row {
  id: string;
  seq: number;
  isOld: boolean;
}

describe('retention, whatever happens meanwhile', () => {
  const house = new KeptHouse();
  beforeAll(async () => {
    await house.open();
    await house.app.get(Organisation).update({ retentionDays: DAYS });
  });
  afterAll(() => house.close());

  const rows = (postId: string): Promise<Row[]> =>
    house.sql(
      `select id, seq, created_at < now() + make_interval(hours => $2) - interval '${DAYS} days' as "isOld"
       from messages where post_id = $1 order by seq`,
      [postId, house.clock.hours],
    );
  const firstSeq = async (postId: string): Promise<number> => {
    const [head] = await house.sql<{ first: number }>('select first_seq as first from post_heads where post_id = $1', [
      postId,
    ]);
    return head!.first;
  };
  /** Makes everything before a message old, and one message after it, which must stay for the younger one between. */
  const age = async (postId: string, before: number): Promise<void> => {
    await house.sql(
      `update messages set created_at = now() - interval '${DAYS + 1} days' where post_id = $1 and (seq < $2 or seq = $2 + 1)`,
      [postId, before],
    );
  };
  const run = (): Promise<void> => house.app.get(ExpireMessages).run();

  async function live(postId: string, state: { isOver: boolean }): Promise<void> {
    while (!state.isOver) {
      const known = await rows(postId);
      await actAtRandom(postId, known[randomInt(known.length)]?.id).catch((error: unknown) => {
        // What is quoted, forwarded or taken back may be gone by then.
        if (!(error instanceof AppError)) throw error;
      });
    }
  }

  async function actAtRandom(postId: string, other: string | undefined): Promise<void> {
    const messages = house.app.get(MessagesService);
    const id = await house.send(postId, { ...(other !== undefined && { replyToId: other }) });
    const acts = [
      () => messages.edit(house.userId, id, 'other words'),
      () => messages.recall(house.userId, id),
      () => messages.recall(house.userId, other ?? id),
      () => house.forward(other ?? id, postId),
      () => house.app.get(ReadMarksService).unread(house.userId, postId, randomInt(40)),
    ];
    await acts[randomInt(acts.length)]!();
  }

  it('takes exactly the old ones before the first young one, and leaves a database without a fault', async () => {
    const { postId } = await house.furnish();
    for (let round = 0; round < ROUNDS; round += 1) {
      const state = { isOver: false };
      const living = [1, 2, 3].map(() => live(postId, state));
      const known = await rows(postId);
      const young = known.filter(({ isOld }) => !isOld);
      const edge = young[randomInt(young.length)]!.seq;
      await age(postId, edge);
      // Two processes at once.
      await Promise.all([run(), run()]);
      expect(await house.faultsOf()).toEqual({});
      state.isOver = true;
      await Promise.all(living);
      const [left] = [await rows(postId)];
      expect(left[0]?.isOld).toBe(false);
      expect([left[0]?.seq, await firstSeq(postId)]).toEqual([edge, edge]);
      expect(left.map(({ seq }) => seq)).toEqual(left.map((_, n) => edge + n));
    }
    expect(await firstSeq(postId)).toBeGreaterThan(1);
    expect(await house.faultsOf()).toEqual({});
  });

  it('counts days by the clock: nothing a day early, everything once they are over', async () => {
    const { postId, fileId } = await house.furnish();
    const file = async (): Promise<unknown[]> => house.sql('select id from attachments where id = $1', [fileId]);
    house.clock.hours = (DAYS - 1) * 24;
    await run();
    expect([(await rows(postId)).length, (await file()).length]).toEqual([10, 1]);
    house.clock.hours = DAYS * 24 + 1;
    await run();
    house.clock.hours = 0;
    expect([await rows(postId), await file(), await firstSeq(postId)]).toEqual([[], [], 11]);
    expect(await house.faultsOf()).toEqual({});
  });

  it('takes many in turns, with what is quoted across them', async () => {
    const { postId, messages } = await house.furnish();
    for (let count = 0; count < 12; count += 1)
      await Promise.all(Array.from({ length: 100 }, () => house.send(postId, { replyToId: messages[1]!.id })));
    await house.send(postId, { replyToId: messages[1]!.id });
    await house.sql(`update messages set created_at = now() - interval '31 days' where post_id = $1 and seq < 1211`, [
      postId,
    ]);
    await run();
    expect([(await rows(postId)).length, await firstSeq(postId)]).toEqual([1, 1_211]);
    expect(await house.faultsOf()).toEqual({});
  });
});
