import { ComponentHarness } from '@angular/cdk/testing';

/** A badge as it is seen and heard. */
export class BadgeHarness extends ComponentHarness {
  static readonly hostSelector = 'app-badge';
  private readonly shown = this.locatorForOptional('.badge');
  private readonly spoken = this.locatorForOptional('.visually-hidden');

  /** What is drawn; null when nothing is. */
  async count(): Promise<string | null> {
    return (await (await this.shown())?.getAttribute('data-count')) ?? null;
  }

  async speech(): Promise<string | null> {
    return (await (await this.spoken())?.text()) ?? null;
  }
}
