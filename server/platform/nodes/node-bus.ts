import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { newId } from '../ids/ids.js';
import { Peers } from './peers.js';
import { RedisLink } from './redis-link.js';

/** How often a node says that it lives, and looks whether the others do. */
const BEAT_MS = 1_000;
/** A node that does not hear itself for this long listens to nobody. */
const DEAF_MS = 4_000;
/** How long a start waits for Redis; without it the node serves all the same. */
const PATIENCE_MS = 2_000;

type Take = (payload: unknown, from: string) => void;
type Item = [topic: string, payload: unknown];

/** What is said at once travels together, numbered by the node that says it, so that others notice what they missed. */
interface Batch {
  from: string;
  number: number;
  items: Item[];
}

/**
 * What nodes tell each other, over Redis. It may lose what it carries, and says so (`onLoss`): what must not be lost is in
 * the database. Nobody waits for it, and without REDIS_URL it does nothing.
 */
@Injectable()
export class NodeBus implements OnApplicationBootstrap, OnModuleDestroy {
  /** This process among the others; a new one each start. */
  readonly nodeId = newId();
  readonly peers = new Peers();
  private readonly logger = new Logger(NodeBus.name);
  private readonly takers = new Map<string, Take>();
  private readonly lossWatchers: (() => void)[] = [];
  private readonly activation = Promise.withResolvers<undefined>();
  private waiting: Item[] = [];
  private number = 0;
  private heardItself = 0;
  private timer?: NodeJS.Timeout;

  constructor(private readonly redis: RedisLink) {}

  /** Waits until this node hears the others, so that nobody reads a post before changes of it would come here. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.isConfigured) return;
    this.redis.listen(
      (text) => {
        this.take(text);
      },
      () => {
        this.begin();
      },
    );
    this.timer = setInterval(() => {
      this.beat();
    }, BEAT_MS);
    await Promise.race([this.activation.promise, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** True with REDIS_URL. */
  get isConfigured(): boolean {
    return this.redis.commands !== undefined;
  }

  /** True while what this node says comes through: it hears itself. */
  get isUp(): boolean {
    return this.redis.isConnected && performance.now() - this.heardItself < DEAF_MS;
  }

  /** Tells the other nodes. The payload must survive JSON. */
  tell(topic: string, payload: unknown): void {
    if (!this.isConfigured) return;
    this.waiting.push([topic, payload]);
    if (this.waiting.length === 1) setImmediate(() => this.waiting.length > 0 && this.flush());
  }

  /** Calls `take` with what other nodes tell; one taker a topic. */
  on(topic: string, take: (payload: never, from: string) => void): void {
    this.takers.set(topic, take as Take);
  }

  /** Calls `watcher` when this node may have missed something: the bus was away, or a batch did not come. */
  onLoss(watcher: () => void): void {
    this.lossWatchers.push(watcher);
  }

  private flush(): void {
    const batch: Batch = { from: this.nodeId, number: (this.number += 1), items: this.waiting };
    this.waiting = [];
    this.redis.say(JSON.stringify(batch));
  }

  private begin(): void {
    this.heardItself = performance.now();
    this.peers.excuse();
    this.activation.resolve(undefined);
    this.flush();
    this.noteLoss();
  }

  private beat(): void {
    if (this.redis.isConnected && !this.isUp) this.redis.renew();
    if (this.isUp) this.peers.expire();
    this.flush();
  }

  private take(text: string): void {
    try {
      this.hear(JSON.parse(text) as Batch);
    } catch (error) {
      this.logger.error({ err: error }, 'What another node said cannot be used.');
    }
  }

  private hear({ from, number, items }: Batch): void {
    if (from === this.nodeId) {
      this.heardItself = performance.now();
      return;
    }
    const isWhole = this.peers.hear(from, number);
    for (const [topic, payload] of items) this.takers.get(topic)?.(payload, from);
    if (!isWhole) this.noteLoss();
  }

  private noteLoss(): void {
    for (const watcher of this.lossWatchers) watcher();
  }
}
