import { Injectable } from '@nestjs/common';
import { FailPoints } from '../platform/fail-points/fail-points.js';
import { type Draft, MessageBatchRepository, type StoredRow } from './message-batch.repository.js';
import type { MessageRecord } from './message-record.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { asRefusal, isOwnFault } from './send-refusals.js';
import { recordOf } from './stored-record.js';

/** Most messages of one transaction. */
const BATCH = 400;

/** Between the beginnings of two transactions: what comes meanwhile shares the next. Longer than one takes on a quiet server. */
const APART_MS = 5;

/** What became of a draft: stored now, or its key was known before. */
export type Outcome = { message: MessageRecord } | { isKnown: true };

interface Waiting {
  draft: Draft;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Stores messages. Those that wait at the same moment share one transaction: one is on its way, or has begun just now, while
 * the next gathers, so a quiet server stores each at once and a busy one stores many in one round trip, always in the order
 * they came.
 */
@Injectable()
export class MessageWriter {
  private waiting: Waiting[] = [];
  /** Until nothing waits any more. */
  private storing: Promise<void> | undefined;

  constructor(
    private readonly repository: MessageBatchRepository,
    private readonly broadcaster: MessagesBroadcaster,
    private readonly failPoints: FailPoints,
  ) {}

  /** Messages that are not stored yet. */
  get backlog(): number {
    return this.waiting.length;
  }

  /** Resolves once nothing waits and nothing is on its way. */
  async whenIdle(): Promise<void> {
    while (this.storing) await this.storing;
  }

  /**
   * Stores a message, committed when this resolves and then told to its readers.
   * @throws AppError `attachment_unusable`, `validation_failed` at `replyToId`, `not_found` when the post is gone
   */
  async enqueue(draft: Draft): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ draft, resolve, reject });
      this.storing ??= this.storeWaiting();
    });
  }

  /** Stores a message in the present transaction, without telling anybody. */
  async writeWithin(draft: Draft): Promise<void> {
    await this.repository.store([draft]);
  }

  private async storeWaiting(): Promise<void> {
    // Those of the same turn of the event loop travel together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) {
      const begun = performance.now();
      await this.storeBatch(this.waiting.splice(0, BATCH));
      await pause(begun + APART_MS - performance.now());
    }
    this.storing = undefined;
  }

  private async storeBatch(batch: Waiting[]): Promise<void> {
    try {
      const rows = await this.repository.store(batch.map(({ draft }) => draft));
      this.failPoints.reach('message-committed');
      this.settle(batch, rows);
    } catch (error) {
      if (batch.length > 1 && isOwnFault(error)) for (const one of batch) await this.storeBatch([one]);
      else for (const { reject } of batch) reject(asRefusal(error));
    }
  }

  private settle(batch: Waiting[], rows: StoredRow[]): void {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const stored: MessageRecord[] = [];
    for (const { draft, resolve } of batch) {
      const row = byId.get(draft.id);
      if (!row) {
        resolve({ isKnown: true });
        continue;
      }
      const message = recordOf(draft, row);
      stored.push(message);
      resolve({ message });
    }
    this.broadcaster.sent(stored, rows);
  }
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((done) => setTimeout(done, milliseconds));
}
