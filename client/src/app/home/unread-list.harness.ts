import { ComponentHarness } from '@angular/cdk/testing';

/** What is unread, as it is seen. */
export class UnreadListHarness extends ComponentHarness {
  static readonly hostSelector = 'app-unread-list';
  private readonly rows = this.locatorForAll('.row');
  private readonly empty = this.locatorForOptional('app-empty-state h2');
  private readonly orders = this.locatorForAll('mat-chip-option button');

  /** Each row as one line of words. */
  async texts(): Promise<string[]> {
    const rows = await this.rows();
    return Promise.all(rows.map(async (row) => (await row.text()).replace(/\s+/gu, ' ').trim()));
  }

  async links(): Promise<(string | null)[]> {
    return Promise.all((await this.rows()).map((row) => row.getAttribute('href')));
  }

  /** The heading that stands in place of rows. */
  async emptiness(): Promise<string | null> {
    return (await (await this.empty())?.text()) ?? null;
  }

  async order(name: string): Promise<void> {
    for (const chip of await this.orders()) if ((await chip.text()).trim() === name) await chip.click();
  }
}
