import { ComponentHarness } from '@angular/cdk/testing';

/** A row of the stream as it is seen, heard and used. */
export class MessageRowHarness extends ComponentHarness {
  static readonly hostSelector = 'app-message-row';
  private readonly article = this.locatorFor('article');
  private readonly who = this.locatorForOptional('.who b');
  private readonly buttons = this.locatorForAll('button:not([aria-haspopup="dialog"]):not([aria-hidden])');
  private readonly editor = this.locatorForOptional('app-message-edit');
  private readonly line = this.locatorForOptional('app-pending-line');

  async text(): Promise<string> {
    return (await (await this.article()).text()).replace(/\s+/g, ' ').trim();
  }

  async label(): Promise<string | null> {
    return (await this.article()).getAttribute('aria-label');
  }

  /** The author's name, where the row shows it. */
  async author(): Promise<string | null> {
    return (await (await this.who())?.text()) ?? null;
  }

  async hover(): Promise<void> {
    await (await this.host()).dispatchEvent('pointerenter', { pointerType: 'mouse' });
  }

  async hasClass(name: string): Promise<boolean> {
    return (await this.article()).hasClass(name);
  }

  async isEdited(): Promise<boolean> {
    return (await this.editor()) !== null;
  }

  /** What the line about its way says; null without one. */
  async stateLine(): Promise<string | null> {
    return (await (await this.line())?.text()) ?? null;
  }

  /** Whether Tab stops at the row, and at what is in it. */
  async tabStops(): Promise<(string | null)[]> {
    const row = await (await this.article()).getAttribute('tabindex');
    return [row, ...(await Promise.all((await this.buttons()).map((button) => button.getAttribute('tabindex'))))];
  }

  /** Names of the buttons that are there, but for the author's. */
  async actions(): Promise<string[]> {
    const buttons = await this.buttons();
    return Promise.all(
      buttons.map(async (button) => (await button.getAttribute('aria-label')) ?? (await button.text())),
    );
  }

  async press(name: string): Promise<void> {
    const index = (await this.actions()).indexOf(name);
    await (await this.buttons())[index]?.click();
  }
}
