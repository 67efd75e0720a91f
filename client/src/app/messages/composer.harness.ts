import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** The composer as it is written in. */
export class ComposerHarness extends ComponentHarness {
  static readonly hostSelector = 'app-composer';
  private readonly box = this.locatorFor('textarea');
  private readonly tools = this.locatorForAll('button');
  private readonly listed = this.locatorForAll('[role=option]');
  private readonly shownNote = this.locatorForOptional('app-draft-note');
  private readonly shownPreview = this.locatorForOptional('.preview');
  private readonly shownOffer = this.locatorForOptional('app-paste-offer p');

  async type(text: string): Promise<void> {
    const box = await this.box();
    await box.setInputValue(text);
    await box.dispatchEvent('input');
  }

  async text(): Promise<string> {
    return (await this.box()).getProperty<string>('value');
  }

  /** Presses a key that has a place on a keyboard. */
  async press(key: string, also: Record<string, boolean> = {}): Promise<void> {
    await (await this.box()).dispatchEvent('keydown', { key, code: key, ...also });
  }

  async pressUp(): Promise<void> {
    await (await this.box()).sendKeys(TestKey.UP_ARROW);
  }

  /** Presses a button by its name, such as Bold or Send. */
  async click(name: string): Promise<void> {
    const names = await this.buttons();
    await (await this.tools())[names.indexOf(name)]?.click();
  }

  /** Names of the buttons that are there and may be pressed. */
  async buttons(): Promise<string[]> {
    return Promise.all(
      (await this.tools()).map(async (tool) => (await tool.getAttribute('aria-label')) ?? tool.text()),
    );
  }

  async canSend(): Promise<boolean> {
    const at = (await this.buttons()).indexOf('Send');
    return (await (await this.tools())[at]?.getProperty<boolean>('disabled')) === false;
  }

  async hasFocus(): Promise<boolean> {
    return (await this.box()).isFocused();
  }

  /** What stands beside Send. */
  async note(): Promise<string | undefined> {
    return (await this.shownNote())?.text();
  }

  /** The text as it will look; nothing while it is written. */
  async preview(): Promise<string | undefined> {
    return (await this.shownPreview())?.text();
  }

  /** What is offered about a long text. */
  async offer(): Promise<string | undefined> {
    return (await this.shownOffer())?.text();
  }

  /** The emoji that are offered, the chosen one marked. */
  async suggestions(): Promise<string[]> {
    return Promise.all(
      (await this.listed()).map(async (option) => {
        const isChosen = (await option.getAttribute('aria-selected')) === 'true';
        return `${isChosen ? '> ' : ''}${await option.text()}`;
      }),
    );
  }
}
