import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Turns } from '../platform/limits/turns.js';
import { EventRelay } from './event-relay.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxRepository, type OutboxRow } from './outbox.repository.js';

/** How long the node that committed an event has before another takes over. */
export const GRACE_MS = 2_000;
/** So many events are delivered at once, so that their listeners leave connections to those who ask. */
export const MOST_AT_ONCE = 10;
const POLL_MS = 1_000;
const LEASE_MS = 30_000;
const BATCH = 50;
const LONGEST_DELAY_MS = 60_000;

/** Runs after-commit listeners: at once on the node that committed, later wherever a row was left behind. */
@Injectable()
export class Outbox implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Outbox.name);
  private readonly running = new Set<Promise<void>>();
  private readonly turns = new Turns(MOST_AT_ONCE, Infinity);
  /** Ids of rows that this process delivers, or will when their turn comes. */
  private readonly underWay = new Set<string>();
  private timer?: NodeJS.Timeout;
  private isStopping = false;

  constructor(
    private readonly repository: OutboxRepository,
    private readonly listeners: ListenerRegistry,
    private readonly relay: EventRelay,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.deliversEvents) this.scheduleNext(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await Promise.allSettled(this.running);
  }

  /** Starts the listeners of events that were just committed, without waiting for them; a process without sockets leaves them to one that has. */
  start(rows: readonly OutboxRow[]): void {
    if (!this.config.deliversEvents) return;
    for (const row of rows) this.track(this.deliverInTurn(row));
  }

  private track(work: Promise<void>): void {
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
  }

  private async deliverInTurn(row: OutboxRow): Promise<void> {
    this.underWay.add(row.id);
    await this.turns.take(() => this.deliver(row));
    this.underWay.delete(row.id);
  }

  private async deliver(row: OutboxRow): Promise<void> {
    this.relay.tell(row.event, row.payload);
    const known = this.listeners.of(row.event, 'after-commit');
    for (const name of row.pending) {
      try {
        const entry = known.find((one) => one.name === name);
        if (!entry && !row.isOld) {
          await this.leaveToOthers(row, name);
          continue;
        }
        await entry?.listener.handle(row.payload);
        await this.repository.settle(row.id, name);
      } catch (error) {
        this.logger.error(
          { err: error, event: row.event, listener: name },
          'An after-commit listener failed; it will be tried again.',
        );
        await this.putOff(row);
      }
    }
  }

  /** While versions are exchanged, another node may have the listener; once the row is old, none has. */
  private async leaveToOthers(row: OutboxRow, name: string): Promise<void> {
    this.logger.warn({ event: row.event, listener: name }, 'Another version has this listener; its event waits.');
    await this.putOff(row);
  }

  private async putOff(row: OutboxRow): Promise<void> {
    const delay = Math.min(GRACE_MS * 2 ** row.attempts, LONGEST_DELAY_MS);
    await this.repository.postpone(row.id, delay).catch(() => undefined);
  }

  private scheduleNext(delay: number): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => {
      this.track(this.takeOver());
    }, delay);
  }

  /** Takes over due rows; while there are more than a batch, at once again. */
  private async takeOver(): Promise<void> {
    let isFull = false;
    try {
      const rows = await this.repository.claimDue(BATCH, LEASE_MS);
      isFull = rows.length === BATCH;
      const left = rows.filter(({ id }) => !this.underWay.has(id));
      await Promise.all(left.map((row) => this.deliverInTurn(row)));
    } catch (error) {
      this.logger.warn({ err: error }, 'The outbox cannot be read.');
    }
    this.scheduleNext(isFull ? 0 : POLL_MS);
  }
}
