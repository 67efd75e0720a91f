import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { sortKeyOf, sortKeyOfPerson } from '../platform/names/sort-key.js';
import { KEYED_TABLES, type KeyedTable, SearchKeysRepository } from './search-keys.repository.js';

const AT_ONCE = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Computes what rows are found and sorted by that have none: they were there before there were keys, or an older program made them. */
@JobHandler('fill-search-keys')
export class FillSearchKeys implements JobWork<'fill-search-keys'> {
  constructor(private readonly repository: SearchKeysRepository) {}

  async run(): Promise<void> {
    for (const table of KEYED_TABLES) await this.fill(table);
  }

  private async fill(table: KeyedTable): Promise<void> {
    const sortKey = ([name = '']: string[]): string => (table === 'users' ? sortKeyOfPerson : sortKeyOf)(name);
    let after = BEFORE_ALL;
    for (;;) {
      const rows = await this.repository.findWithout(table, after, AT_ONCE);
      const last = rows.at(-1);
      if (!last) return;
      await this.repository.give(
        table,
        rows.map(({ id, names }) => ({ id, names, searchKey: searchKeyOf(...names), sortKey: sortKey(names) })),
      );
      after = last.id;
    }
  }
}
