import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBus } from './event-bus.js';
import { EventRelay } from './event-relay.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxEntity } from './outbox.entity.js';
import { Outbox } from './outbox.js';
import { OutboxRepository } from './outbox.repository.js';

@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxEntity])],
  providers: [EventBus, EventRelay, ListenerRegistry, Outbox, OutboxRepository],
  exports: [EventBus],
})
export class EventsModule {}
