import { ComponentHarness } from '@angular/cdk/testing';

/** What a post was, as it is seen. */
export class HistoryDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'app-history-dialog';
  private readonly revisions = this.locatorForAll('li');
  private readonly added = this.locatorForAll('ins');
  private readonly removed = this.locatorForAll('del');
  private readonly buttons = this.locatorForAll('mat-dialog-content button');
  private readonly failure = this.locatorForOptional('app-empty-state h2');

  /** Each revision as one line of words, the newest first. */
  async lines(): Promise<string[]> {
    const texts = await Promise.all((await this.revisions()).map((revision) => revision.text()));
    return texts.map((text) => text.replace(/\s+/gu, ' ').trim());
  }

  /** What all of them added and took away. */
  async changes(): Promise<{ added: string[]; removed: string[] }> {
    const textsOf = async (parts: typeof this.added) => Promise.all((await parts()).map((part) => part.text()));
    return { added: await textsOf(this.added), removed: await textsOf(this.removed) };
  }

  async buttonNames(): Promise<string[]> {
    return Promise.all((await this.buttons()).map(async (button) => (await button.text()).trim()));
  }

  async press(name: string): Promise<void> {
    await (await this.buttons())[(await this.buttonNames()).indexOf(name)]?.click();
  }

  /** The heading that stands where revisions could not be had. */
  async failed(): Promise<string | null> {
    return (await (await this.failure())?.text()) ?? null;
  }
}
