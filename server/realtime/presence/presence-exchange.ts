import type { NodeBus } from '../../platform/nodes/node-bus.js';
import type { PresenceClaims } from './presence-claims.js';

/** People of a node that says goodbye have this long to come back on another before they count as gone. */
const GOODBYE_MS = 10_000;
/** A node that was asked who is there and has not said so by then is asked again. */
const PATIENCE_MS = 5_000;
/** Several ask at the same moment, as after Redis was away: they are answered together. */
const GATHER_MS = 200;

interface Change {
  userId: string;
  isOnline: boolean;
}

/**
 * Keeps every node's word on who is online: each tells the others who comes and goes, all of its people when it is asked,
 * and its word goes with it when it dies. Nothing is asked per user, and nothing is kept in Redis.
 */
export class PresenceExchange {
  private readonly unanswered = new Map<string, NodeJS.Timeout>();
  private answer?: NodeJS.Timeout | undefined;

  constructor(
    private readonly bus: NodeBus,
    private readonly claims: PresenceClaims,
  ) {
    bus.on('presence', ({ userId, isOnline }: Change, nodeId) => {
      if (isOnline) claims.add(nodeId, userId);
      else claims.remove(nodeId, userId);
    });
    bus.on('presence:all', ({ userIds }: { userIds: string[] }, nodeId) => {
      this.settle(nodeId);
      claims.replace(nodeId, userIds);
    });
    bus.on('presence:ask', ({ nodeId }: { nodeId: string }) => {
      if (nodeId === bus.nodeId) this.answerSoon();
    });
    bus.on('presence:bye', (_, nodeId) => {
      bus.peers.noteLeaving(nodeId);
      this.forgetLater(nodeId);
    });
    bus.peers.onBehind((nodeId) => {
      this.ask(nodeId);
    });
    bus.peers.onGone((nodeId) => {
      this.settle(nodeId);
      claims.replace(nodeId, []);
    });
  }

  /** Somebody came to this node, or left it for good. */
  note(userId: string, isOnline: boolean): void {
    if (isOnline) this.claims.add(this.bus.nodeId, userId);
    else this.claims.remove(this.bus.nodeId, userId);
    this.bus.tell('presence', { userId, isOnline } satisfies Change);
  }

  /** Says goodbye for all that are here. */
  end(): void {
    this.bus.tell('presence:bye', {});
    clearTimeout(this.answer);
    for (const timer of this.unanswered.values()) clearTimeout(timer);
    this.unanswered.clear();
  }

  private ask(nodeId: string): void {
    this.settle(nodeId);
    this.bus.tell('presence:ask', { nodeId });
    const timer = setTimeout(() => {
      this.ask(nodeId);
    }, PATIENCE_MS);
    this.unanswered.set(nodeId, timer.unref());
  }

  private settle(nodeId: string): void {
    clearTimeout(this.unanswered.get(nodeId));
    this.unanswered.delete(nodeId);
  }

  private answerSoon(): void {
    this.answer ??= setTimeout(() => {
      this.answer = undefined;
      this.bus.tell('presence:all', { userIds: this.claims.of(this.bus.nodeId) });
    }, GATHER_MS).unref();
  }

  private forgetLater(nodeId: string): void {
    const timer = setTimeout(() => {
      this.claims.replace(nodeId, []);
    }, GOODBYE_MS);
    timer.unref();
  }
}
