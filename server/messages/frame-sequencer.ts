import { LRUCache } from 'lru-cache';
import { mergeChanges } from './merge-changes.js';
import type { CommittedChange } from './message-record.js';

/** How long a change waits for one before it whose commit this node has not heard of yet. */
const PATIENCE_MS = 100;
/** How long it waits for what was lost to be read from the database. */
const REPAIR_MS = 2_000;
const FOLLOWED_POSTS = 20_000;

interface Lane {
  /** What all readers have: the last rev that was sent, or that an opening had read. */
  rev: number;
  wasSent: boolean;
  held: CommittedChange[];
  timer?: NodeJS.Timeout | undefined;
  isAsked?: boolean;
}

/**
 * Puts the changes of each post into the order of their revs: two transactions of one post commit in order, but their
 * answers may reach this process the other way round. Changes that follow each other and are there at once leave as one.
 */
export class FrameSequencer {
  private readonly lanes = new LRUCache<string, Lane>({ max: FOLLOWED_POSTS });

  /**
   * @param fill is asked for a change that does not come; says whether it will be offered
   * @param mayEmit false while nothing can be sent: what waits is let go of, and is missing until it is offered again
   */
  constructor(
    private readonly emit: (change: CommittedChange) => void,
    private readonly fill: (postId: string) => boolean = () => false,
    private readonly mayEmit: () => boolean = () => true,
  ) {}

  /**
   * Notes that who opened a post has its changes up to `rev`. Answers may overtake each other: of openings alone the one
   * that had read least counts, and what it lacks is fetched.
   * @param isFirst when nobody else has it open: nobody lacks what came until then
   */
  follow(postId: string, rev: number, isFirst = false): void {
    const lane = this.lanes.get(postId);
    if (!lane) this.lanes.set(postId, { rev, wasSent: false, held: [] });
    else if (rev < lane.rev && !lane.wasSent) {
      lane.rev = rev;
      this.fill(postId);
    } else if (rev > lane.rev && isFirst && lane.held.length === 0) Object.assign(lane, { rev, wasSent: false });
  }

  /** Notes that a change that was emitted could not be sent: it is missing until it is offered again. */
  unsent({ postId, prevRev }: CommittedChange): void {
    const lane = this.lanes.get(postId);
    if (lane) lane.rev = Math.min(lane.rev, prevRev);
  }

  /** The last rev that readers of a post were sent, or had when they opened it; undefined when nobody did. */
  revOf(postId: string): number | undefined {
    return this.lanes.get(postId)?.rev;
  }

  /** Takes a committed change; emits it when all before it were, or when these cannot be had. */
  offer(change: CommittedChange): void {
    const lane = this.lanes.get(change.postId) ?? { rev: change.prevRev, wasSent: false, held: [] };
    this.lanes.set(change.postId, lane);
    if (change.rev <= lane.rev) return;
    lane.held.push(change);
    lane.held.sort((one, other) => one.prevRev - other.prevRev);
    this.release(lane);
    if (lane.held.length > 0) this.waitFor(lane);
  }

  private release(lane: Lane): void {
    const ready: CommittedChange[] = [];
    for (let next = lane.held[0]; next && next.prevRev <= lane.rev; next = lane.held[0]) {
      lane.held.shift();
      if (next.rev <= lane.rev) continue;
      ready.push(next);
      lane.rev = next.rev;
      lane.wasSent = true;
    }
    const [first, ...others] = ready;
    if (first) this.emit(mergeChanges([first, ...others]));
    if (lane.held.length === 0) {
      clearTimeout(lane.timer);
      lane.timer = undefined;
      lane.isAsked = false;
    }
  }

  /** Has what is missing fetched; without it readers see the gap in `prevRev` and fetch it themselves. */
  private giveUp(lane: Lane): void {
    lane.timer = undefined;
    const [next] = lane.held;
    if (!next) return;
    if (!this.mayEmit()) {
      lane.held = [];
      lane.isAsked = false;
      return;
    }
    if (!lane.isAsked && this.fill(next.postId)) {
      lane.isAsked = true;
      lane.timer = setTimeout(() => {
        this.giveUp(lane);
      }, REPAIR_MS);
      return;
    }
    lane.rev = next.prevRev;
    lane.isAsked = false;
    this.release(lane);
    if (lane.held.length > 0) this.waitFor(lane);
  }

  private waitFor(lane: Lane): void {
    lane.timer ??= setTimeout(() => {
      this.giveUp(lane);
    }, PATIENCE_MS);
  }
}
