import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

/** A choice menu as it is used. */
export class ChoiceMenuHarness extends ComponentHarness {
  static readonly hostSelector = 'app-choice-menu';
  private readonly button = this.locatorFor('button');
  private readonly menu = this.locatorFor(MatMenuHarness);

  async label(): Promise<string | null> {
    return (await this.button()).getAttribute('aria-label');
  }

  async text(): Promise<string> {
    return (await this.button()).text();
  }

  /** What is offered, with what assistive technology is told of each. */
  async choices(): Promise<[label: string, isChecked: string | null][]> {
    const menu = await this.menu();
    await menu.open();
    const items = await menu.getItems();
    return Promise.all(
      items.map(async (item) => [await item.getText(), await (await item.host()).getAttribute('aria-checked')]),
    );
  }

  async choose(label: string): Promise<void> {
    await (await this.menu()).clickItem({ text: label });
  }
}
