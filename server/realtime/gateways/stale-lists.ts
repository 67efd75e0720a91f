import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { NodeBus } from '../../platform/nodes/node-bus.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';

/** Clients are asked at most once in this time, and the last loss always counts. */
const INTERVAL_MS = 10_000;
/** Time given for each connection: their questions should come one after the other. */
const SHARE_MS = 2;
const LEAST_MS = 500;

/**
 * Messages are repaired by the rev loop. Of everything else that this node may have missed, rooms, posts, people and marks,
 * its clients are told that they should ask, each at a moment of its own.
 */
@Injectable()
export class StaleLists implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout | undefined;
  private askedAt = -Infinity;

  constructor(
    private readonly bus: NodeBus,
    private readonly emitter: RealtimeEmitter,
  ) {}

  onApplicationBootstrap(): void {
    const note = (): void => {
      this.note();
    };
    this.bus.onLoss(note);
    // What it committed last it may have told nobody.
    this.bus.peers.onGone(note);
    this.emitter.onSilenceEnded(note);
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  private note(): void {
    if (this.timer) return;
    const wait = Math.max(0, this.askedAt + INTERVAL_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.askedAt = performance.now();
      const withinMs = Math.max(LEAST_MS, SHARE_MS * this.emitter.localSockets().length);
      this.emitter.toEveryone('sync', { withinMs });
    }, wait);
  }
}
