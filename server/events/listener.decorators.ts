import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { EventClass, Listener } from './event.js';

/** When a listener runs. */
export type Phase = 'in-transaction' | 'after-commit';

interface Subscription {
  phase: Phase;
  event: EventClass;
  /** Absent: one node's run is enough. */
  isEverywhere?: boolean;
}

export const SUBSCRIPTION = DiscoveryService.createDecorator<Subscription>();
export const PUBLICATIONS = DiscoveryService.createDecorator<EventClass[]>();

type ListenerDecorator<Event extends object> = <Target extends new (...args: never[]) => Listener<Event>>(
  target: Target,
) => void;

function listener<Event extends object>(
  phase: Phase,
  event: EventClass<Event>,
  isEverywhere = false,
): ListenerDecorator<Event> {
  return (target) => {
    SUBSCRIPTION({ phase, event, isEverywhere })(target);
    Injectable()(target);
  };
}

/** A listener that is part of the promise: awaited inside the publisher's transaction; if it throws, the verb never happened. */
export function InTransaction<Event extends object>(event: EventClass<Event>): ListenerDecorator<Event> {
  return listener('in-transaction', event);
}

/**
 * A listener that runs once the publisher's transaction is durable, on this node or, when it dies, on another.
 * It may run twice, so it must be idempotent; when it throws it is tried again, and no other listener waits for it.
 */
export function AfterCommit<Event extends object>(event: EventClass<Event>): ListenerDecorator<Event> {
  return listener('after-commit', event);
}

/**
 * As `AfterCommit`, and on every other node too: for what a node keeps to itself, its sockets and what it remembers. There
 * it runs at once or, when the bus is away, not at all; what must hold all the same needs a repair of its own.
 */
export function OnEveryNode<Event extends object>(event: EventClass<Event>): ListenerDecorator<Event> {
  return listener('after-commit', event, true);
}

/** Declares what a service publishes, so that start-up can tell a listener to nothing. */
export function Publishes(...events: EventClass[]): ClassDecorator {
  return (target) => {
    PUBLICATIONS(events)(target);
    Injectable()(target);
  };
}
