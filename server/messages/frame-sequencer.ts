import { LRUCache } from 'lru-cache';
import type { CommittedChange, MessageRecord } from './message-record.js';

/** How long a change waits for one before it whose commit this node has not heard of yet. */
const PATIENCE_MS = 100;
const FOLLOWED_POSTS = 20_000;

interface Lane {
  /** The last rev that was sent. */
  rev: number;
  held: CommittedChange[];
  timer?: NodeJS.Timeout;
}

/**
 * Puts the changes of each post into the order of their revs: two transactions of one post commit in order, but their
 * answers may reach this process the other way round. Changes that follow each other and are there at once leave as one.
 */
export class FrameSequencer {
  private readonly lanes = new LRUCache<string, Lane>({ max: FOLLOWED_POSTS });

  constructor(private readonly emit: (change: CommittedChange) => void) {}

  /** Notes that readers of a post have its changes up to `rev`. */
  follow(postId: string, rev: number): void {
    if (!this.lanes.has(postId)) this.lanes.set(postId, { rev, held: [] });
  }

  /** The last rev that readers of a post were sent, or had when they opened it; undefined when nobody did. */
  revOf(postId: string): number | undefined {
    return this.lanes.get(postId)?.rev;
  }

  /** Takes a committed change; emits it when all before it were, or after a tenth of a second without them. */
  offer(change: CommittedChange): void {
    const lane = this.lanes.get(change.postId) ?? { rev: change.prevRev, held: [] };
    this.lanes.set(change.postId, lane);
    if (change.rev <= lane.rev) return;
    lane.held.push(change);
    lane.held.sort((one, other) => one.prevRev - other.prevRev);
    this.release(lane);
    if (lane.held.length > 0) {
      lane.timer ??= setTimeout(() => {
        this.giveUp(lane);
      }, PATIENCE_MS);
    }
  }

  private release(lane: Lane): void {
    const ready: CommittedChange[] = [];
    for (let next = lane.held[0]; next && next.prevRev <= lane.rev; next = lane.held[0]) {
      ready.push(next);
      lane.held.shift();
      lane.rev = Math.max(lane.rev, next.rev);
    }
    if (ready.length > 0) this.emit(merge(ready));
    if (lane.held.length === 0) {
      clearTimeout(lane.timer);
      lane.timer = undefined;
    }
  }

  /** Goes on without what is missing: readers see the gap in `prevRev` and fetch it. */
  private giveUp(lane: Lane): void {
    lane.timer = undefined;
    const [next] = lane.held;
    if (!next) return;
    lane.rev = next.prevRev;
    this.release(lane);
  }
}

function merge(changes: CommittedChange[]): CommittedChange {
  const [first] = changes;
  if (!first || changes.length === 1) return first as CommittedChange;
  const latest = new Map<string, MessageRecord>();
  for (const message of changes.flatMap(({ messages }) => messages)) latest.set(message.id, message);
  const rev = Math.max(...changes.map((change) => change.rev));
  const lastSeq = Math.max(...changes.map((change) => change.lastSeq));
  return { ...first, rev, lastSeq, messages: [...latest.values()].sort((one, other) => one.seq - other.seq) };
}
