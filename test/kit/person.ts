import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

export const PASSWORD = 'a lamp on the stairs';

let count = 0;

/** Somebody at a browser of their own, who sees what is on the screen and clicks what has a name. */
export class Person {
  /** What went wrong in the page: script errors, and errors that it logged. */
  readonly troubles: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly username: string,
    readonly displayName: string,
  ) {
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (entry) => {
      // Chromium logs every refused request; refusals are part of several tests.
      if (entry.type() === 'error' && !entry.text().includes('Failed to load resource'))
        this.troubles.push(entry.text());
    });
  }

  /** Opens a browser at an address, without an account. */
  static async open(
    browser: Browser,
    address: string,
    displayName: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      ...options,
    });
    context.setDefaultTimeout(10_000);
    count += 1;
    return new Person(await context.newPage(), context, `person${String(count)}`, displayName);
  }

  /** Opens a browser and registers in it. */
  static async register(
    browser: Browser,
    address: string,
    displayName: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const person = await Person.open(browser, address, displayName, options);
    const { page } = person;
    await page.goto('/register');
    await page.getByLabel('Email').fill(`${person.username}@example.org`);
    await page.getByLabel('Username').fill(person.username);
    await page.getByLabel('Display name').fill(displayName);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    return person;
  }

  /** Opens a browser and signs in there to an account that exists. */
  static async signIn(
    browser: Browser,
    account: { address: string; name: string; password: string; user: { displayName: string } },
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const person = await Person.open(browser, account.address, account.user.displayName, options);
    const { page } = person;
    await page.goto('/sign-in');
    await page.getByLabel('Email or username').fill(account.name);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    return person;
  }

  /** The rows of the conversation. */
  get rows(): Locator {
    return this.page.getByRole('log', { name: 'Messages' }).getByRole('article');
  }

  /** The row that holds a text. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true });
  }

  /** Makes a room and is in it then. */
  async createRoom(name: string, visibility: 'Public' | 'Private' = 'Public'): Promise<void> {
    await this.page.goto('/rooms');
    await this.page.getByRole('button', { name: 'Create room' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Create a room' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('radio', { name: visibility }).check();
    await dialog.getByRole('button', { name: 'Create room' }).click();
    await this.page.waitForURL(/\/r\//u);
    await this.composer.waitFor();
  }

  /** Goes to a room's page and joins it. */
  async join(path: string): Promise<void> {
    await this.page.goto(path);
    // The page goes ahead of the server here; a test that breaks the connection next must not break this.
    const joined = this.page.waitForResponse((response) => response.url().endsWith('/membership') && response.ok());
    await this.page.getByRole('button', { name: 'Join room' }).click();
    await Promise.all([joined, this.composer.waitFor()]);
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Attaches files and sends them with a text, once they are uploaded. */
  async share(files: { name: string; mimeType: string; buffer: Buffer }[], text: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(files);
    await this.composer.fill(text);
    await this.page.getByRole('button', { name: 'Send' }).click();
  }

  /** Clicks a button of the row's action bar. */
  async act(text: string, action: string): Promise<void> {
    await this.row(text).hover();
    await this.row(text).getByRole('button', { name: action }).click();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
