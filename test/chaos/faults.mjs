import { pause, until } from './waiting.mjs';

const SLOW_MS = 1_500;
const READY_MS = 60_000;

/**
 * What can strike a house. `strike` does it and `heal` ends it, after `lastMs`; `touches` says whether frames go through what
 * is struck: then some must have been missed, or the run has proved nothing. While the database is away nothing is
 * committed that could be missed, and no message goes through the worker.
 */
export const FAULTS = {
  'web node killed': {
    touches: true,
    lastMs: 1_000,
    strike: ({ node }) => node.process.kill(),
    heal: ({ node }) => node.process.start(),
  },
  'web node frozen': {
    touches: true,
    lastMs: 6_000,
    strike: ({ node }) => node.process.signal('SIGSTOP'),
    heal: ({ node }) => node.process.signal('SIGCONT'),
  },
  'web node cut off': {
    touches: true,
    lastMs: 2_000,
    strike: ({ node }) => node.link.cut(),
    heal: ({ node }) => node.link.heal(),
  },
  'web node slow': {
    touches: true,
    lastMs: 4_000,
    strike: ({ node }) => node.link.slow(SLOW_MS),
    heal: ({ node }) => node.link.heal(),
  },
  'database killed': {
    touches: false,
    lastMs: 0,
    strike: ({ house }) => house.database.kill(),
    heal: ({ house }) => until(() => house.database.isUp(), READY_MS),
  },
  'Redis killed': {
    touches: true,
    lastMs: 3_000,
    strike: ({ house }) => house.redis.process.kill(),
    heal: ({ house }) => house.redis.process.start(),
  },
  'Redis cut off a node': {
    touches: true,
    lastMs: 2_500,
    strike: ({ node }) => node.redisLink.cut(),
    heal: ({ node }) => node.redisLink.heal(),
  },
  'Redis slow for a node': {
    touches: true,
    lastMs: 3_000,
    strike: ({ node }) => node.redisLink.slow(SLOW_MS),
    heal: ({ node }) => node.redisLink.heal(),
  },
  'worker killed': {
    touches: false,
    lastMs: 1_000,
    strike: ({ house }) => house.worker.process.kill(),
    heal: ({ house }) => house.worker.process.start(),
  },
};

/** How many write at the moment of a strike, so that it meets sends on their way. */
const BURST = 60;
/** From the first of them to the strike: about as long as one takes to be stored. */
const HEAD_START_MS = { least: 1, most: 12 };
/** After a fault it may take some time until anybody can send again. */
const MOST_TRIES = 50;
const CALM_MS = { least: 1_500, most: 3_000 };

/** Strikes one thing after the other, at random and every kind equally often. */
export class Faults {
  #bag = [];
  #struck = new Set();

  /** True once every kind has struck. */
  get haveAllStruck() {
    return this.kinds.every((kind) => this.#struck.has(kind));
  }

  /** @param {{ house: object, life: object, meter: object, random: object, kinds: string[], say: (line: string) => void }} facts */
  constructor(facts) {
    Object.assign(this, facts);
  }

  /** One strike with all that belongs to it; resolves when everything runs again. */
  async next() {
    if (this.#bag.length === 0) this.#bag = this.random.shuffle(this.kinds);
    const kind = this.#bag.pop();
    const { strike, heal, lastMs } = FAULTS[kind];
    await this.#meetSends();
    const scene = { house: this.house, node: busiest(this.house.web) };
    this.#struck.add(kind);
    this.meter.strike(kind);
    this.say(`${kind}: ${this.meter.sendsInFlight} sends in flight`);
    await strike(scene);
    await pause(lastMs * this.random.between(0.8, 1.2));
    await heal(scene);
    await pause(this.random.between(CALM_MS.least, CALM_MS.most));
  }

  async #meetSends() {
    for (let tries = 0; tries < MOST_TRIES && (tries === 0 || this.meter.sendsInFlight === 0); tries += 1) {
      this.life.burst(BURST);
      await pause(this.random.between(HEAD_START_MS.least, HEAD_START_MS.most));
    }
  }
}

/** Nobody notices what becomes of a node that everybody left when it was struck last. */
function busiest(nodes) {
  return nodes.toSorted((one, other) => other.link.connections - one.link.connections)[0];
}
