import { ComponentHarness } from '@angular/cdk/testing';

/** An avatar as it is drawn. */
export class AvatarHarness extends ComponentHarness {
  static readonly hostSelector = 'app-avatar';
  private readonly lettersOf = this.locatorForOptional('[data-letters]');
  private readonly picture = this.locatorForOptional('img');
  private readonly dot = this.locatorForOptional('i');

  async letters(): Promise<string | null> {
    return (await (await this.lettersOf())?.getAttribute('data-letters')) ?? null;
  }

  async imageUrl(): Promise<string | null> {
    return (await (await this.picture())?.getAttribute('src')) ?? null;
  }

  /** What the network says about the picture. */
  async answer(event: 'load' | 'error'): Promise<void> {
    await (await this.picture())?.dispatchEvent(event);
  }

  /** Whether it is that of somebody who is gone. */
  async isGone(): Promise<boolean> {
    return (await this.host()).hasClass('is-gone');
  }

  async presence(): Promise<string | null> {
    return (await (await this.dot())?.getAttribute('class')) ?? null;
  }
}
