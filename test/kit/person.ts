import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Room } from '#contracts/room.dto.js';
import { body } from './api/answer.js';
import type { ChatUser } from './api/chat-user.js';
import { expectSoon } from './eventually.js';

export const PASSWORD = 'a lamp on the stairs';

/** Somebody at a browser of their own, who sees what is on the screen and clicks what has a name. */
export class Person {
  /** What went wrong in the page: script errors, and errors that it logged. */
  readonly troubles: string[] = [];
  private readonly size = this.page.viewportSize();
  private user?: ChatUser;

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

  /** Opens a browser, without an account. @param username what this person would be called */
  static async open(
    browser: Browser,
    username: string,
    displayName: string,
    options: BrowserContextOptions,
  ): Promise<Person> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(20_000);
    return new Person(await context.newPage(), context, username, displayName);
  }

  /** Speaks for this person without the browser, much faster than anybody types, in the same session. */
  get account(): ChatUser {
    if (this.user === undefined) throw new Error(`${this.displayName} has no account`);
    return this.user;
  }

  /** Gives the browser a session that was opened without it: the next page is signed in. */
  async takeOver(user: ChatUser): Promise<void> {
    this.user = user;
    const { hostname } = new URL(user.address);
    await this.context.addCookies([
      { name: 'refresh', value: user.refreshCookie, domain: hostname, path: '/api/auth', httpOnly: true },
    ]);
  }

  /** Fills in the sign-in page. */
  async signIn(login: string, password = PASSWORD): Promise<void> {
    await this.page.getByLabel('Email or username').fill(login);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
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

  /** Opens a page and waits until all that it asks for has come. */
  async visit(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.waitForLoadState('networkidle');
  }

  /** Opens a room or post where one may write. */
  async enter(path: string): Promise<void> {
    await this.page.goto(path);
    await this.composer.waitFor();
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

  /** Waits until the server has heard that everything in a room was read. */
  async hasRead(slug: string): Promise<void> {
    await expectSoon(async () => (await body(this.account.get<Room>(`/api/rooms/${slug}`))).unread, 0);
  }

  /** Puts the page back to how it was opened: its size, its theme, and what it is answered. */
  async tidyUp(): Promise<void> {
    if (this.page.isClosed()) return;
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.page.emulateMedia({ colorScheme: null, reducedMotion: null });
    if (this.size !== null) await this.page.setViewportSize(this.size);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
