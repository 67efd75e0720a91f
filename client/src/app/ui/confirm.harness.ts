import { ComponentHarness } from '@angular/cdk/testing';

/** The question on screen; found from the root of the document, since it stands in an overlay. */
export class ConfirmHarness extends ComponentHarness {
  static readonly hostSelector = 'app-confirm-dialog';
  private readonly heading = this.locatorFor('h2');
  private readonly buttons = this.locatorForAll('button');

  async title(): Promise<string> {
    return (await this.heading()).text();
  }

  async answers(): Promise<string[]> {
    return Promise.all((await this.buttons()).map((button) => button.text()));
  }

  async answer(name: string): Promise<void> {
    await (await this.buttons())[(await this.answers()).indexOf(name)]?.click();
  }
}
