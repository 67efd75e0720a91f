import { ComponentHarness } from '@angular/cdk/testing';
import { MatSelectHarness } from '@angular/material/select/testing';

/** The links into a room, as they are seen. */
export class InviteLinksDialogHarness extends ComponentHarness {
  static readonly hostSelector = 'app-invite-links-dialog';
  private readonly rows = this.locatorForAll('app-invite-link-row');
  private readonly addresses = this.locatorForAll('input');
  private readonly selects = this.locatorForAll(MatSelectHarness);
  private readonly buttons = this.locatorForAll('button');
  private readonly empty = this.locatorForOptional('app-empty-state h2');
  private readonly alert = this.locatorForOptional('[role=alert]');

  /** What the first line of each link says. */
  async links(): Promise<string[]> {
    const texts = await Promise.all((await this.rows()).map((row) => row.text()));
    return texts.map((text) => text.replace(/\s+/gu, ' ').trim());
  }

  /** The addresses that can be copied. */
  async known(): Promise<string[]> {
    return Promise.all((await this.addresses()).map((box) => box.getProperty<string>('value')));
  }

  /** Chooses for how long, then for how many. */
  async choose(...choices: readonly string[]): Promise<void> {
    for (const [index, text] of choices.entries()) await (await this.selects())[index]?.clickOptions({ text });
  }

  async canMake(): Promise<boolean> {
    return (await this.selects()).length > 0;
  }

  /** Presses the first button of that name. */
  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) {
      if ((await button.text()).trim() !== name) continue;
      await button.click();
      return;
    }
    throw new Error(`There is no button ${name}`);
  }

  /** The heading that stands in place of links. */
  async emptiness(): Promise<string | null> {
    return (await (await this.empty())?.text()) ?? null;
  }

  async refusal(): Promise<string> {
    return (await (await this.alert())?.text()) ?? '';
  }
}
