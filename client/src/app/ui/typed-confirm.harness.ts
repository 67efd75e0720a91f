import { ComponentHarness } from '@angular/cdk/testing';

/** The question on screen that is answered by typing a name; found from the root of the document, since it stands in an overlay. */
export class TypedConfirmHarness extends ComponentHarness {
  static readonly hostSelector = 'app-typed-confirm-dialog';
  private readonly box = this.locatorFor('input');
  private readonly buttons = this.locatorForAll('mat-dialog-actions button');
  private readonly goes = this.locatorFor('#typed-confirm-goes');
  private readonly problem = this.locatorForOptional('[role=alert]');
  private readonly again = this.locatorFor('mat-dialog-content button');

  async whatGoes(): Promise<string> {
    return (await this.goes()).text();
  }

  async answers(): Promise<string[]> {
    return Promise.all((await this.buttons()).map((button) => button.text()));
  }

  /** Whether the button that does it can be pressed. */
  async isReady(): Promise<boolean> {
    const [, button] = await this.buttons();
    return (await button?.getAttribute('aria-disabled')) !== 'true';
  }

  async type(text: string): Promise<void> {
    const box = await this.box();
    await box.clear();
    await box.sendKeys(text);
  }

  async answer(name: string): Promise<void> {
    await (await this.buttons())[(await this.answers()).indexOf(name)]?.click();
  }

  async refusal(): Promise<string> {
    return (await (await this.problem())?.text()) ?? '';
  }

  async tryAgain(): Promise<void> {
    await (await this.again()).click();
  }
}
