import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Listener } from './event.js';
import { type Phase, PUBLICATIONS, SUBSCRIPTION } from './listener.decorators.js';

/** A listener under the name that the outbox stores. */
export interface NamedListener {
  name: string;
  listener: Listener;
  /** Runs on the other nodes too. */
  isEverywhere: boolean;
}

/** The table event → listeners, read from the decorators at start-up. */
@Injectable()
export class ListenerRegistry implements OnModuleInit {
  private readonly byEvent = new Map<string, Record<Phase, NamedListener[]>>();
  private readonly published = new Set<string>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const events = this.discovery.getMetadataByDecorator(PUBLICATIONS, wrapper);
      for (const { name } of events ?? []) this.published.add(name);
      const subscription = this.discovery.getMetadataByDecorator(SUBSCRIPTION, wrapper);
      if (!subscription) continue;
      const { event, phase, isEverywhere = false } = subscription;
      const [name, listener] = [wrapper.name as string, wrapper.instance as Listener];
      this.add(event.name, phase, { name, listener, isEverywhere });
    }
    this.refuseDeafListeners();
  }

  /** Listeners to an event in one phase, in the order of their names. */
  of(event: string, phase: Phase): readonly NamedListener[] {
    return this.byEvent.get(event)?.[phase] ?? [];
  }

  /** True when a service declared that it publishes the event. */
  isPublished(event: string): boolean {
    return this.published.has(event);
  }

  /** Every event with the names of its listeners: what the architecture test compares. */
  table(): Record<string, Record<Phase, string[]>> {
    const names = (listeners: NamedListener[]): string[] => listeners.map(({ name }) => name);
    const rows = [...this.published].sort().map((event) => {
      const row = this.byEvent.get(event);
      return [
        event,
        { 'in-transaction': names(row?.['in-transaction'] ?? []), 'after-commit': names(row?.['after-commit'] ?? []) },
      ];
    });
    return Object.fromEntries(rows) as Record<string, Record<Phase, string[]>>;
  }

  private add(event: string, phase: Phase, entry: NamedListener): void {
    const row = this.byEvent.get(event) ?? { 'in-transaction': [], 'after-commit': [] };
    row[phase].push(entry);
    row[phase].sort((one, other) => one.name.localeCompare(other.name));
    this.byEvent.set(event, row);
  }

  private refuseDeafListeners(): void {
    for (const [event, row] of this.byEvent) {
      if (this.published.has(event)) continue;
      const [deaf] = [...row['in-transaction'], ...row['after-commit']];
      throw new Error(`${deaf?.name ?? 'A listener'} listens to ${event}, which nobody publishes.`);
    }
  }
}
