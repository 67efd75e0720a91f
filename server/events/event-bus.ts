import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { FailPoints } from '../platform/fail-points/fail-points.js';
import { newId } from '../platform/ids/ids.js';
import type { DomainEvent } from './event.js';
import { ListenerRegistry } from './listener-registry.js';
import { GRACE_MS, Outbox } from './outbox.js';
import { OutboxRepository, type OutboxRow } from './outbox.repository.js';

/** Where a module says what happened, and others react. */
@Injectable()
export class EventBus {
  constructor(
    private readonly transactions: Transactions,
    private readonly listeners: ListenerRegistry,
    private readonly repository: OutboxRepository,
    private readonly outbox: Outbox,
    private readonly failPoints: FailPoints,
  ) {}

  /**
   * Publishes a fact from inside the transaction that made it. In-transaction listeners have run when this resolves;
   * after-commit listeners are recorded with the transaction and run once it is durable.
   * @throws what an in-transaction listener throws: let it end the transaction
   */
  async publish(event: DomainEvent): Promise<void> {
    await this.publishAll([event]);
  }

  /** As `publish`, for many facts of one transaction: they are recorded at once. */
  async publishAll(events: readonly DomainEvent[]): Promise<void> {
    const rows: OutboxRow[] = [];
    for (const event of events) {
      const name = event.constructor.name;
      if (!this.listeners.isPublished(name)) throw new Error(`${name} is published without @Publishes(${name}).`);
      for (const { listener } of this.listeners.of(name, 'in-transaction')) await listener.handle(event);
      const pending = this.listeners.of(name, 'after-commit').map((entry) => entry.name);
      if (pending.length > 0) rows.push({ id: newId(), event: name, payload: event, pending, attempts: 0 });
    }
    if (rows.length > 0) this.record(rows);
  }

  /** How many events wait for listeners, and for how many seconds the oldest has. */
  async backlog(): Promise<{ waiting: number; oldestSeconds: number }> {
    return this.repository.backlog();
  }

  private record(rows: readonly OutboxRow[]): void {
    this.transactions.beforeCommit(() => this.repository.insert(rows, GRACE_MS));
    this.transactions.afterCommit(() => {
      this.failPoints.reach('outbox-committed');
      this.outbox.start(rows);
    });
  }
}
