import { ComponentHarness } from '@angular/cdk/testing';

/** A filter box as it is used. */
export class FilterBoxHarness extends ComponentHarness {
  static readonly hostSelector = 'app-filter-box';
  private readonly input = this.locatorFor('input');

  async type(text: string): Promise<void> {
    const input = await this.input();
    await input.clear();
    await input.sendKeys(text);
  }

  async label(): Promise<string | null> {
    return (await this.input()).getAttribute('aria-label');
  }
}
