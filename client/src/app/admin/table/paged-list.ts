import { computed, signal } from '@angular/core';
import type { ServerError } from '../../realtime/server-error';

export interface Identified {
  readonly id: string;
}

/** A part of a list, as the server answers it. */
export interface Page<Item> {
  items: Item[];
  nextCursor?: string;
  total?: number;
}

/** Asks for a part; `cursor` is where the one before ended. */
export type FetchPage<Item, Query> = (query: Query, cursor: string | undefined, limit: number) => Promise<Page<Item>>;

const PAGE = 100;
/** More parts are not asked for again when one comes back to the page. */
const MOST_REFRESHED = 10;

/**
 * A list of the console: its first part at once, the next ones as their place on screen comes near. What is known stays
 * until something newer has come; of answers that overtake each other the last question's counts.
 */
export class PagedList<Item extends Identified, Query> {
  private readonly known = signal<readonly Item[]>([]);
  private readonly cursor = signal<string | undefined>(undefined);
  private readonly count = signal<number | undefined>(undefined);
  private query: Query | undefined;
  /** Whose answer the items are. */
  private answered: Query | undefined;
  /** What did not come when something last did not. */
  private missing: 'beginning' | 'next' = 'beginning';
  private turn = 0;

  readonly items = this.known.asReadonly();
  /** How many there are, also those that have not been asked for. */
  readonly total = this.count.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== undefined);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly problem = signal<ServerError | null>(null);
  /** Counts the questions: with another one the list begins anew. */
  readonly question = signal(0);

  constructor(private readonly fetch: FetchPage<Item, Query>) {}

  /** Shows what fits another question. */
  async look(query: Query): Promise<void> {
    this.query = query;
    this.cursor.set(undefined);
    this.state.set('loading');
    this.question.update((count) => count + 1);
    await this.begin(query, 1);
  }

  /** The next part; nothing while one is on its way, or after the last. */
  async more(): Promise<void> {
    const cursor = this.cursor();
    if (this.query === undefined || cursor === undefined || this.state() === 'loading') return;
    this.state.set('loading');
    const query = this.query;
    await this.take(
      'next',
      () => this.fetch(query, cursor, PAGE),
      ({ items, nextCursor }) => {
        this.known.update((known) => withoutTwice([...known, ...items]));
        this.cursor.set(nextCursor);
      },
    );
  }

  /** Asks once more for what did not come. */
  async retry(): Promise<void> {
    if (this.missing === 'next') return this.more();
    this.state.set('loading');
    await this.refresh();
  }

  /** Asks again, quietly: what is there stays until the answer has come. */
  async refresh(): Promise<void> {
    if (this.query === undefined) return;
    const parts = this.query === this.answered ? Math.max(1, Math.ceil(this.known().length / PAGE)) : 1;
    await this.begin(this.query, Math.min(parts, MOST_REFRESHED));
  }

  /** One has changed. */
  replace(item: Item): void {
    this.known.update((known) => known.map((one) => (one.id === item.id ? item : one)));
  }

  /** One is no more. */
  remove(id: string): void {
    if (!this.known().some((one) => one.id === id)) return;
    this.known.update((known) => known.filter((one) => one.id !== id));
    this.count.update((count) => (count === undefined ? undefined : count - 1));
  }

  private async begin(query: Query, parts: number): Promise<void> {
    await this.take(
      'beginning',
      () => this.fetchFirst(query, parts),
      ({ items, nextCursor, total }) => {
        this.answered = query;
        const kept = parts === MOST_REFRESHED ? this.known().slice(items.length) : [];
        this.known.set(withoutTwice([...items, ...kept]));
        if (kept.length === 0) this.cursor.set(nextCursor);
        this.count.set(total);
      },
    );
  }

  private async fetchFirst(query: Query, parts: number): Promise<Page<Item>> {
    const whole = await this.fetch(query, undefined, PAGE);
    for (let part = 1; part < parts && whole.nextCursor !== undefined; part += 1) {
      const { items, nextCursor } = await this.fetch(query, whole.nextCursor, PAGE);
      whole.items.push(...items);
      if (nextCursor === undefined) delete whole.nextCursor;
      else whole.nextCursor = nextCursor;
    }
    return whole;
  }

  private async take(
    part: 'beginning' | 'next',
    ask: () => Promise<Page<Item>>,
    apply: (page: Page<Item>) => void,
  ): Promise<void> {
    const turn = (this.turn += 1);
    try {
      const page = await ask();
      if (turn !== this.turn) return;
      apply(page);
      this.problem.set(null);
      this.state.set('ready');
    } catch (error) {
      if (turn !== this.turn) return;
      this.missing = part;
      if (this.answered !== this.query) this.empty();
      this.problem.set(error as ServerError);
      this.state.set('failed');
    }
  }

  /** What answers another question is not shown under this one. */
  private empty(): void {
    this.known.set([]);
    this.count.set(undefined);
  }
}

/** What moved from one part into the next between two questions is there once. */
function withoutTwice<Item extends Identified>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
