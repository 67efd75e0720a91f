import { describe, expect, it } from '@jest/globals';
import type { AttachmentsService } from '../attachments/attachments.service.js';
import type { Transactions } from '../database/transactions.js';
import type { EventBus } from '../events/event-bus.js';
import type { Organisation } from '../organisation/organisation.service.js';
import type { Clock } from '../platform/clock/clock.js';
import { ExpireMessages } from './expire-messages.job.js';
import type { HeadsRepository } from './heads.repository.js';
import type { MessageRevs } from './message-revs.js';
import { Retention } from './retention.js';
import type { RetentionRepository } from './retention.repository.js';

const DAY_MS = 24 * 3_600_000;
const NOW = 1_000 * DAY_MS;
const nothing = (): Promise<void> => Promise.resolve();

/** Days for which messages were kept when each few of two posts with many were deleted; `kept`: each time that it is asked. */
async function deletedWith(kept: (number | null)[]): Promise<number[]> {
  const deleted: number[] = [];
  let days: number | undefined;
  const repository = {
    findPosts: () => Promise.resolve(['one', 'two']),
    claimTurn: () => Promise.resolve(true),
    findPrefix: (_: string, before: Date) => {
      days = (NOW - before.getTime()) / DAY_MS;
      return Promise.resolve(days < 365 && deleted.length < 10 ? [{ id: 'message', seq: 1 }] : []);
    },
    deleteKeys: nothing,
    leaveQuotes: () => Promise.resolve([]),
    delete: () => {
      deleted.push(days ?? 0);
      return nothing();
    },
  };
  const retention = new Retention(
    repository as unknown as RetentionRepository,
    { raiseFirst: nothing } as unknown as HeadsRepository,
    { lock: () => Promise.resolve({ roomId: 'room' }) } as unknown as MessageRevs,
    { deleteOf: nothing } as unknown as AttachmentsService,
    { run: (work: () => Promise<unknown>) => work() } as unknown as Transactions,
    { publish: nothing } as unknown as EventBus,
  );
  const organisation = { current: () => Promise.resolve({ retentionDays: kept.shift() ?? null }) };
  const clock = { now: () => NOW } as Clock;
  await new ExpireMessages(retention, organisation as Organisation, clock).run();
  return deleted;
}

describe('the deletion of messages whose time is over', () => {
  it('ends with the few at hand when messages are kept for ever again', async () => {
    expect(await deletedWith([30, 30, 30, null])).toEqual([30, 30]);
    expect(await deletedWith([null])).toEqual([]);
  });

  it('takes no more than what is old enough now', async () => {
    expect(await deletedWith([30, 30, 60, 365, 365])).toEqual([30, 60]);
  });
});
