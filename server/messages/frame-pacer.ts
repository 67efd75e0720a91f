import { mergeChanges } from './merge-changes.js';
import type { CommittedChange } from './message-record.js';

/** A frame costs about a hundredth of a millisecond a reader; with this between two, a post's frames take a tenth of one processor. */
const PER_READER_MS = 0.1;
const LONGEST_MS = 30;
/** A timer is no finer than this. */
const SHORTEST_MS = 1;

interface Window {
  held: [CommittedChange, ...CommittedChange[]] | undefined;
}

/**
 * Keeps the frames of a busy post apart, the further the more readers it has, so that changes close together share one.
 * The first after a silence leaves at once: nobody waits on a quiet server.
 */
export class FramePacer {
  private readonly windows = new Map<string, Window>();

  /** @param readersOf how many sockets a frame of the post goes to */
  constructor(
    private readonly send: (change: CommittedChange) => void,
    private readonly readersOf: (postId: string) => number,
  ) {}

  /** Takes the changes of a post in their order. What does not follow what waits already goes after it, as a frame of its own. */
  offer(change: CommittedChange): void {
    const window = this.windows.get(change.postId);
    if (!window) {
      this.send(change);
      this.open(change.postId, { held: undefined });
    } else if (window.held === undefined) window.held = [change];
    else if (change.prevRev <= (window.held.at(-1)?.rev ?? 0)) window.held.push(change);
    else {
      this.send(mergeChanges(window.held));
      window.held = [change];
    }
  }

  private open(postId: string, window: Window): void {
    const milliseconds = Math.min(this.readersOf(postId) * PER_READER_MS, LONGEST_MS);
    if (milliseconds < SHORTEST_MS) return;
    this.windows.set(postId, window);
    setTimeout(() => {
      this.windows.delete(postId);
      const { held } = window;
      if (!held) return;
      this.send(mergeChanges(held));
      this.open(postId, { held: undefined });
    }, milliseconds);
  }
}
