import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';

/** The head of a column that sorts. */
class HeadHarness extends ComponentHarness {
  static readonly hostSelector = '[role=columnheader] button';

  static with(label: string): HarnessPredicate<HeadHarness> {
    return new HarnessPredicate(HeadHarness, {}).add(`called ${label}`, async (head) => (await head.label()) === label);
  }

  async label(): Promise<string> {
    return (await this.host()).text();
  }

  async press(): Promise<void> {
    await (await this.host()).click();
  }
}

/** A table of the console as it is read and used. */
export class DataTableHarness extends ComponentHarness {
  static readonly hostSelector = 'app-data-table';
  private readonly table = this.locatorFor('[role=table]');
  private readonly heads = this.locatorForAll('[role=columnheader]:not(.check)');
  private readonly lines = this.locatorForAll('[role=row][aria-rowindex]:not([aria-rowindex="1"])');
  private readonly boxes = this.locatorForAll(MatCheckboxHarness);

  /** What each row says. */
  async rows(): Promise<string[]> {
    return Promise.all((await this.lines()).map((line) => line.text()));
  }

  /** How many there are, also those that are not drawn. */
  async count(): Promise<number> {
    return Number(await (await this.table()).getAttribute('aria-rowcount')) - 1;
  }

  /** Each column, and how it is sorted. */
  async columns(): Promise<[label: string, sorted: string | null][]> {
    return Promise.all(
      (await this.heads()).map(async (head) => [await head.text(), await head.getAttribute('aria-sort')]),
    );
  }

  async sortBy(label: string): Promise<void> {
    await (await this.locatorFor(HeadHarness.with(label))()).press();
  }

  /** Checks or unchecks the box of a row, or that of all. */
  async choose(name: string): Promise<void> {
    for (const box of await this.boxes()) if ((await box.getAriaLabel()) === name) await box.toggle();
  }

  /** The box of all: `some` when only some are chosen. */
  async areAllChosen(): Promise<boolean | 'some'> {
    const [all] = await this.boxes();
    if (await all?.isIndeterminate()) return 'some';
    return (await all?.isChecked()) ?? false;
  }
}
