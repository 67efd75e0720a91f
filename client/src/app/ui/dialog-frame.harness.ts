import { ComponentHarness } from '@angular/cdk/testing';

/** A dialog as it is seen and used, whatever stands in it. */
export class DialogFrameHarness extends ComponentHarness {
  static readonly hostSelector = 'app-dialog-frame';
  private readonly headings = this.locatorForAll('header h2, header p');
  private readonly content = this.locatorFor('mat-dialog-content');
  private readonly buttons = this.locatorForAll('button');
  private readonly submit = this.locatorFor('button[type=submit]');
  private readonly alert = this.locatorForOptional('[role=alert]');
  private readonly offline = this.locatorForOptional('.offline');

  /** The title, and what it is about where that is said. */
  async title(): Promise<string[]> {
    return Promise.all((await this.headings()).map((line) => line.text()));
  }

  async text(): Promise<string> {
    return (await (await this.content()).text()).replace(/\s+/gu, ' ').trim();
  }

  /** What its button is called by now. */
  async action(): Promise<string> {
    return (await this.submit()).text();
  }

  /** Presses the button that does it. */
  async act(): Promise<void> {
    await (await this.submit()).click();
  }

  /** Presses the first button of that name. */
  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) {
      const [text, label] = [(await button.text()).trim(), await button.getAttribute('aria-label')];
      if (text === name || label === name) return button.click();
    }
    throw new Error(`There is no button ${name}`);
  }

  /** Why it was not done; empty when nothing is wrong. */
  async refusal(): Promise<string> {
    return ((await (await this.alert())?.text()) ?? '').replace(/\s+/gu, ' ').trim();
  }

  /** What it says while the connection is gone. */
  async offlineNote(): Promise<string | null> {
    return (await (await this.offline())?.text())?.trim() ?? null;
  }
}
