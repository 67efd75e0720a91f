import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { NodeBus } from '../platform/nodes/node-bus.js';
import type { DomainEvent } from './event.js';
import { ListenerRegistry, type NamedListener } from './listener-registry.js';

interface Told {
  event: string;
  payload: DomainEvent;
}

/** Lets the listeners that run on every node run on the others. */
@Injectable()
export class EventRelay implements OnModuleInit {
  private readonly logger = new Logger(EventRelay.name);

  constructor(
    private readonly bus: NodeBus,
    private readonly listeners: ListenerRegistry,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (!this.config.deliversEvents) return;
    this.bus.on('event', ({ event, payload }: Told) => {
      void this.run(event, payload);
    });
  }

  /** Tells the other nodes of an event whose listeners run here now. */
  tell(event: string, payload: DomainEvent): void {
    if (this.everywhere(event).length > 0) this.bus.tell('event', { event, payload } satisfies Told);
  }

  private async run(event: string, payload: DomainEvent): Promise<void> {
    for (const { name, listener } of this.everywhere(event)) {
      try {
        await listener.handle(payload);
      } catch (error) {
        this.logger.warn({ err: error, event, listener: name }, 'An event of another node was not followed.');
      }
    }
  }

  private everywhere(event: string): NamedListener[] {
    return this.listeners.of(event, 'after-commit').filter(({ isEverywhere }) => isEverywhere);
  }
}
