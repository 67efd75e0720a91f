import type { Browser } from 'playwright-core';
import { Cable } from './cable.js';
import { launchChromium } from './chromium.js';
import { Person } from './person.js';
import { Program, temporaryFolder } from './program.js';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A program with two people in the room 机器学习, which has the posts 论文 and Release notes; Hanna's cable can be pulled. */
export class House {
  private constructor(
    private readonly folder: { remove(): void },
    private readonly program: Program,
    readonly cable: Cable,
    readonly browser: Browser,
    readonly hanna: Person,
    readonly lei: Person,
  ) {}

  static async open(): Promise<House> {
    const folder = temporaryFolder();
    const [program, browser] = await Promise.all([
      Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' }),
      launchChromium(),
    ]);
    const cable = await Cable.to(Number(new URL(program.address).port));
    const hanna = await Person.register(browser, cable.address, 'Hanna Lindqvist');
    const lei = await Person.register(browser, program.address, '王磊');
    await hanna.createRoom('机器学习');
    for (const title of ['论文', 'Release notes']) await makePost(hanna, title);
    await lei.join('/r/jiqixuexi');
    return new House(folder, program, cable, browser, hanna, lei);
  }

  /** Where the program answers without the cable. */
  get address(): string {
    return this.program.address;
  }

  /** What went wrong in the pages, apart from broken connections. */
  troubles(): string[] {
    const all = [...this.hanna.troubles, ...this.lei.troubles];
    return all.filter((trouble) => !trouble.startsWith('WebSocket connection'));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.cable.remove();
    await this.program.stop();
    this.folder.remove();
  }
}

async function makePost({ page }: Person, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New post' }).click();
  const dialog = page.getByRole('dialog', { name: 'New post' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('button', { name: 'Create post' }).click();
  await page.waitForURL(/\/p\//u);
}
