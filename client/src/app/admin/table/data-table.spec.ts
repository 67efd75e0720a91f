import { ScrollingModule } from '@angular/cdk/scrolling';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../../realtime/server-error';
import { EmptyStateHarness } from '../../ui/empty-state.harness';
import { type Column, DataTable, type Sort } from './data-table';
import { DataTableHarness } from './data-table.harness';
import { type FetchPage, PagedList } from './paged-list';
import { Selection } from './selection';

interface Thing {
  id: string;
  name: string;
}

const things = (...names: string[]): Thing[] => names.map((name) => ({ id: name, name }));
const fetch = jest.fn<FetchPage<Thing, string>>();

@Component({
  imports: [DataTable, ScrollingModule],
  template: `
    <div cdkVirtualScrollingElement>
      <app-data-table
        label="Things"
        [list]="list"
        [columns]="columns"
        [row]="row"
        [(sort)]="sort"
        [selection]="selection"
        [nameOf]="nameOf"
        >Nothing here</app-data-table
      >
    </div>
    <ng-template #row let-thing
      ><span role="cell">{{ thing.name }}</span></ng-template
    >
  `,
})
class Page {
  readonly list = new PagedList<Thing, string>(fetch);
  readonly selection = new Selection<Thing>();
  readonly sort = signal<Sort | undefined>({ by: 'name', order: 'asc' });
  readonly columns: readonly Column[] = [
    { label: 'admin-people.person', sort: 'name' },
    { label: 'admin-people.lastSeen', sort: 'lastSeen' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  readonly nameOf = ({ name }: Thing) => name;
}

describe('a table of the console', () => {
  // jsdom has no layout to scroll.
  const scrollTo = jest.fn<(wish: ScrollToOptions) => void>();
  Object.assign(Element.prototype, { scrollTo });

  beforeEach(() => {
    fetch.mockReset().mockResolvedValue({ items: things('Ann', 'Bea', 'Cem'), total: 3 });
  });

  async function open() {
    const fixture = TestBed.createComponent(Page);
    const page = fixture.componentInstance;
    await page.list.look('all');
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return { page, loader, table: await loader.getHarness(DataTableHarness) };
  }

  it('shows each, and says how many there are', async () => {
    const { table } = await open();
    expect([await table.rows(), await table.count()]).toEqual([['Ann', 'Bea', 'Cem'], 3]);
    expect(await table.columns()).toEqual([
      ['Person', 'ascending'],
      ['Last seen', 'none'],
      ['Actions', null],
    ]);
  });

  it('draws many a few at a time', async () => {
    const many = things(...Array.from({ length: 20 }, (_, index) => `thing ${index}`));
    fetch.mockResolvedValue({ items: many, total: 20 });
    const { table } = await open();
    const written = async () => (await table.rows()).filter((text) => text !== '').length;
    expect([(await table.rows()).length, await written()]).toEqual([20, 3]);
    for (const count of [6, 9, 12, 15, 18, 20]) {
      await new Promise(requestAnimationFrame);
      expect(await written()).toBe(count);
    }
  });

  it('is sorted by a column, and the other way when it is already', async () => {
    const { page, table } = await open();
    await table.sortBy('Person');
    expect(page.sort()).toEqual({ by: 'name', order: 'desc' });
    await table.sortBy('Last seen');
    expect(page.sort()).toEqual({ by: 'lastSeen', order: 'asc' });
    expect((await table.columns()).map(([, sorted]) => sorted)).toEqual(['none', 'ascending', null]);
  });

  it('begins at its top with each question', async () => {
    const { page } = await open();
    scrollTo.mockClear();
    await page.list.refresh();
    await page.list.look('others');
    TestBed.tick();
    expect(scrollTo.mock.calls).toEqual([[{ top: 0 }]]);
  });

  it('chooses one, some and all', async () => {
    const { page, table } = await open();
    await table.choose('Choose Bea');
    expect([page.selection.items().map(({ name }) => name), await table.areAllChosen()]).toEqual([['Bea'], 'some']);
    await table.choose('Choose all that are shown');
    expect([page.selection.count(), await table.areAllChosen()]).toEqual([3, true]);
    await table.choose('Choose all that are shown');
    expect([page.selection.count(), await table.areAllChosen()]).toEqual([0, false]);
  });

  it('has nothing to choose before something has come', async () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    const fixture = TestBed.createComponent(Page);
    void fixture.componentInstance.list.look('all');
    const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(DataTableHarness);
    await table.choose('Choose all that are shown');
    expect([fixture.componentInstance.selection.count(), await table.areAllChosen()]).toEqual([0, false]);
  });

  it('says when there is nothing', async () => {
    fetch.mockResolvedValue({ items: [], total: 0 });
    const { table } = await open();
    expect([await table.rows(), await (await table.host()).text()]).toEqual([
      [],
      expect.stringMatching(/Nothing here$/u),
    ]);
  });

  it('says why nothing came, and asks again', async () => {
    fetch.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    const { table, loader } = await open();
    expect(await (await loader.getHarness(EmptyStateHarness)).heading()).toBe('The list did not load');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Try again' }))).click();
    expect(await table.rows()).toEqual(['Ann', 'Bea', 'Cem']);
  });

  it('asks again also where the list was there already', async () => {
    const { page, table, loader } = await open();
    fetch.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    await page.list.refresh();
    fetch.mockResolvedValueOnce({ items: things('Ann', 'Dev'), total: 2 });
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Try again' }))).click();
    expect(await table.rows()).toEqual(['Ann', 'Dev']);
  });
});
