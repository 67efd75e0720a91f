import { ComponentHarness } from '@angular/cdk/testing';

/** What stands where there is nothing. */
export class EmptyStateHarness extends ComponentHarness {
  static readonly hostSelector = 'app-empty-state';
  private readonly title = this.locatorFor('h2');
  private readonly line = this.locatorFor('p');
  private readonly tile = this.locatorForOptional('.tile');
  private readonly logo = this.locatorForOptional('img');

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  async text(): Promise<string> {
    return (await this.line()).text();
  }

  /** What is drawn above the heading. */
  async picture(): Promise<'logo' | 'tile' | null> {
    if ((await this.logo()) !== null) return 'logo';
    return (await this.tile()) === null ? null : 'tile';
  }

  async hasTone(tone: string): Promise<boolean> {
    return (await (await this.tile())?.hasClass(tone)) ?? false;
  }
}
