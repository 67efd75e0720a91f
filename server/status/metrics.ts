import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { EventBus } from '../events/event-bus.js';
import { PresenceRegistry } from '../realtime/presence/presence.registry.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';

/** Figures of this process, in Prometheus' text format. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  constructor(emitter: RealtimeEmitter, presence: PresenceRegistry, events: EventBus) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('roomers_sockets', 'Open connections of this node', () => emitter.localSockets().length);
    this.gauge(
      'roomers_users_online',
      'Users with an open connection, on any node',
      () => presence.onlineUserIds().length,
    );
    this.gauge(
      'roomers_outbox_waiting',
      'Events whose listeners have not all run',
      async () => (await events.backlog()).waiting,
    );
    this.gauge(
      'roomers_outbox_oldest_seconds',
      'Age of the oldest such event',
      async () => (await events.backlog()).oldestSeconds,
    );
  }

  async render(): Promise<string> {
    return this.registry.metrics();
  }

  private gauge(name: string, help: string, read: () => Promise<number> | number): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: async () => {
        gauge.set(await read());
      },
    });
  }
}
