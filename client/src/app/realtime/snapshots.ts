import { Injectable } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Kept extends DBSchema {
  snapshots: { key: string; value: { savedAt: number; value: unknown } };
}

const DATABASE = 'roomers';
const SHAPE = 1;
/** A busy disk, or another window that holds the database: fetching is faster than waiting for it. */
const PATIENCE_MS = 300;

/** What is being read, or nothing when it takes long: others go on then, and it comes when it comes. */
export function soon<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  return Promise.race([
    reading,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS)),
  ]);
}

/**
 * What this device keeps of what the server said, so that the next visit shows it at once. Nobody relies on it: what is
 * lost or cannot be kept (private windows, a full disk) is fetched as ever.
 */
@Injectable({ providedIn: 'root' })
export class Snapshots {
  private opened: Promise<IDBPDatabase<Kept>> | undefined;

  /** What was kept under the name; undefined when there is nothing. It may take long: see `soon`. */
  async read(name: string): Promise<unknown> {
    return this.attempt(async (database) => (await database.get('snapshots', name))?.value);
  }

  /** Keeps a copy of plain data under the name. */
  async write(name: string, value: unknown): Promise<void> {
    await this.attempt((database) => database.put('snapshots', { savedAt: Date.now(), value }, name));
  }

  async remove(name: string): Promise<void> {
    await this.attempt((database) => database.delete('snapshots', name));
  }

  /** Lets go of all but the newest `count` whose names begin so. */
  async keepNewest(prefix: string, count: number): Promise<void> {
    await this.attempt(async (database) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const names = await database.getAllKeys('snapshots', range);
      const saved = await Promise.all(
        names.map(async (name) => ({ name, kept: await database.get('snapshots', name) })),
      );
      saved.sort((one, other) => (other.kept?.savedAt ?? 0) - (one.kept?.savedAt ?? 0));
      await Promise.all(saved.slice(count).map(({ name }) => database.delete('snapshots', name)));
    });
  }

  /** Forgets everything: whoever comes next on this device finds nothing. */
  async forget(): Promise<void> {
    await this.attempt((database) => database.clear('snapshots'));
  }

  private async attempt<Result>(work: (database: IDBPDatabase<Kept>) => Promise<Result>): Promise<Result | undefined> {
    try {
      this.opened ??= openDB<Kept>(DATABASE, SHAPE, {
        upgrade: (database) => void database.createObjectStore('snapshots'),
      });
      return await work(await this.opened);
    } catch {
      return undefined;
    }
  }
}
