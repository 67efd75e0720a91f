import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { allowSilence } from './silence.js';

/** A statement that each connection plans once, under its name. The text of a name never changes. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

interface Context {
  manager: EntityManager;
  beforeCommit: (() => Promise<void>)[];
  afterCommit: (() => void)[];
}

/** The driver answers UPDATE and DELETE with `[rows, count]`, everything else with rows. */
function rowsOf<Row>(result: Row[] | [Row[], number]): Row[] {
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number'
    ? result[0]
    : (result as Row[]);
}

/**
 * The transaction of the call at hand, carried in its asynchronous context: a verb opens one with `run`,
 * and every repository that works inside it takes part without being handed anything.
 */
@Injectable()
export class Transactions {
  private readonly contexts = new AsyncLocalStorage<Context | undefined>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The manager of the present transaction, or one that commits each statement by itself. */
  get manager(): EntityManager {
    return this.contexts.getStore()?.manager ?? this.dataSource.manager;
  }

  get isActive(): boolean {
    return this.contexts.getStore() !== undefined;
  }

  /** Rows of one SQL statement, inside the present transaction if there is one. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf(await this.manager.query<Row[] | [Row[], number]>(sql, [...parameters]));
  }

  /** As `query`, without planning the statement anew each time: for what is asked many times a second. */
  async prepared<Row extends object>(statement: Prepared, parameters: readonly unknown[]): Promise<Row[]> {
    const present = this.contexts.getStore()?.manager.queryRunner;
    const runner = present ?? this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      return (await client.query<Row>({ ...statement, values: [...parameters] })).rows;
    } finally {
      if (!present) await runner.release();
    }
  }

  /**
   * Runs `work` in a transaction: all of it is committed, or nothing when it throws. Inside another `run` it joins that one.
   * Hooks registered meanwhile run in order: `beforeCommit` within the transaction, `afterCommit` once it is durable.
   * @throws what `work` or the database throws; then nothing was stored and no `afterCommit` hook runs
   */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isActive) return work();
    const beforeCommit: Context['beforeCommit'] = [];
    const afterCommit: Context['afterCommit'] = [];
    const result = await this.dataSource.transaction((manager) =>
      this.contexts.run({ manager, beforeCommit, afterCommit }, async () => {
        const value = await work();
        for (const hook of beforeCommit) await hook();
        return value;
      }),
    );
    for (const hook of afterCommit) this.contexts.run(undefined, hook);
    return result;
  }

  /**
   * Runs `work` on one moment of the database, read-only and for as long as it takes: what others commit meanwhile is not
   * seen, and nobody waits for it.
   */
  async snapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    const read = (manager: EntityManager): Promise<Result> =>
      this.contexts.run({ manager, beforeCommit: [], afterCommit: [] }, async () => {
        await manager.query(
          `set transaction read only; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
        );
        return work();
      });
    try {
      return await allowSilence(runner, () => runner.manager.transaction('REPEATABLE READ', read));
    } finally {
      await runner.release();
    }
  }

  /** Runs `hook` as the last thing inside the present transaction; if it throws, nothing is committed. */
  beforeCommit(hook: () => Promise<void>): void {
    this.required().beforeCommit.push(hook);
  }

  /** Runs `hook` after the present transaction was committed, outside of it. Nobody waits for what it starts; it must not throw. */
  afterCommit(hook: () => void): void {
    this.required().afterCommit.push(hook);
  }

  private required(): Context {
    const context = this.contexts.getStore();
    if (!context) throw new Error('This needs a transaction: call it inside Transactions.run().');
    return context;
  }
}
