import type { Page } from 'playwright-core';

/** Where controls are looked for. */
export interface Place {
  path: string;
  /** Brings out what is not there at once, such as the actions of a message. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** Somebody who goes to places. */
export interface Visitor {
  page: Page;
  /** What opens for one of a role may hold something else for another. */
  role: string;
  places: readonly Place[];
  /** How many things are opened, one in the other. */
  deepest?: number;
}

/** How one comes to a screen: a place, and the keys of what is pressed there, one after the other. */
export interface Way {
  place: Place;
  steps: readonly string[];
}

/** A control that did nothing, and how one comes to it. */
export interface Dead {
  path: string;
  steps: readonly string[];
  key: string;
}
