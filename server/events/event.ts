/** A fact of the past: its class name and ids as readonly fields that survive JSON. */
export type DomainEvent = object;

/** The class of an event; its name is what the outbox stores. */
// The parameters differ from event to event and nobody here constructs one.
export type EventClass<Event extends DomainEvent = DomainEvent> = abstract new (...args: never[]) => Event;

/** Reacts to one event. */
export interface Listener<Event extends DomainEvent = DomainEvent> {
  handle(event: Event): Promise<void>;
}
