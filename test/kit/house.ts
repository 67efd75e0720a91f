import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { embeddedAddress, type SocketAddress } from '../../server/platform/config/database-address.js';
import { ChatUser } from './api/chat-user.js';
import { Cable } from './cable.js';
import { launchChromium } from './chromium.js';
import { MailCatcher } from './mail-catcher.js';
import { PASSWORD, Person } from './person.js';
import { createDatabase, query, type TestDatabase, urlOf } from './postgres.js';
import { Program, temporaryFolder } from './program.js';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/**
 * Opens a house before the tests of a file and closes it after them. After each, sizes, themes, routes and the cable are
 * as they were, and a test in which a page met an error fails.
 * @param moveIn who is in it, and what they find there
 */
export function openHouse(moveIn: (house: House) => Promise<void>, kind: HouseKind = {}): House {
  const house = new House(kind);
  beforeAll(async () => {
    await house.open();
    await moveIn(house);
  }, 90_000);
  afterEach(async () => {
    await house.tidyUp();
    expect(house.takeTroubles()).toEqual([]);
  });
  afterAll(() => house.close());
  return house;
}

export interface HouseKind {
  /** Connections break in it: what the browser logs about that is no fault then. */
  isCut?: boolean;
  /** It sends mail, which is caught in `house.mail`. */
  sendsMail?: boolean;
  /** It runs its own database, as on a computer without one; else it gets one of the run's, which takes less time. */
  isEmbedded?: boolean;
}

/** The program with an empty database, a cable to it that can be pulled, and a browser for each who comes. */
export class House {
  cable!: Cable;
  private browser!: Browser;
  private program!: Program;
  private readonly folder = temporaryFolder();
  private readonly people: Person[] = [];
  private database: TestDatabase | undefined;
  private catcher: MailCatcher | undefined;

  constructor(private readonly kind: HouseKind) {}

  async open(): Promise<void> {
    if (this.kind.sendsMail) this.catcher = await MailCatcher.start();
    if (!this.kind.isEmbedded) this.database = await createDatabase();
    [this.program, this.browser] = await Promise.all([this.start({}), launchChromium()]);
    this.cable = await Cable.to(Number(new URL(this.address).port));
  }

  /** What was sent by mail. */
  get mail(): MailCatcher {
    if (this.catcher === undefined) throw new Error('This house sends no mail');
    return this.catcher;
  }

  /** Where the program answers without the cable. */
  get address(): string {
    return this.program.address;
  }

  /** Address of its database. */
  get databaseUrl(): string {
    return urlOf(this.databaseAddress);
  }

  /** Rows of a statement on its database. */
  async sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]> {
    return query<Row>(this.databaseAddress, text, values);
  }

  /** Resolves when the program is over. */
  get ended(): Program['ended'] {
    return this.program.ended;
  }

  /** Somebody at a browser, not signed in; through the cable with `baseURL: house.cable.address`. */
  async newPerson(displayName: string, options: BrowserContextOptions = {}): Promise<Person> {
    const username = `person${String(this.people.length + 1)}`;
    const usual = { baseURL: this.address, viewport: DESKTOP };
    const person = await Person.open(this.browser, username, displayName, { ...usual, ...options });
    this.people.push(person);
    return person;
  }

  /** Somebody with a new account, who is signed in on every page that is opened. */
  async welcome(displayName: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.newPerson(displayName, options);
    const { username } = person;
    const wish = { username, displayName, email: `${username}@example.org`, password: PASSWORD };
    await person.takeOver(await ChatUser.register(this.address, wish));
    return person;
  }

  /** Somebody at one more device, signed in there. */
  async welcomeAgain(
    { username, displayName }: Person,
    options: BrowserContextOptions = {},
    password = PASSWORD,
  ): Promise<Person> {
    const person = await this.newPerson(displayName, options);
    await person.page.goto('/sign-in');
    await person.signIn(username, password);
    await person.page.waitForURL((url) => url.pathname === '/');
    return person;
  }

  /** Ends the program with no chance to write a word. */
  async kill(): Promise<void> {
    await this.program.stop('SIGKILL');
  }

  /** Starts the program again at the same address. @param changed variables that are different this time */
  async restart(changed: Record<string, string> = {}): Promise<void> {
    const { port } = new URL(this.address);
    await this.program.stop();
    this.program = await this.start({ PORT: port, ...changed });
  }

  /** What went wrong in the pages since it was asked last. */
  takeTroubles(): string[] {
    const all = this.people.flatMap(({ troubles }) => troubles.splice(0));
    return all.filter((trouble) => !(this.kind.isCut && trouble.startsWith('WebSocket connection')));
  }

  /** Puts back what a test changed, so that one that fails half way does not fail the next. */
  async tidyUp(): Promise<void> {
    this.cable.plug();
    for (const person of this.people) await person.tidyUp();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.cable.remove();
    await this.program.stop();
    await this.catcher?.stop();
    await this.database?.drop();
    this.folder.remove();
  }

  private get databaseAddress(): SocketAddress {
    return this.database?.address ?? embeddedAddress(this.folder.path);
  }

  private start(variables: Record<string, string>): Promise<Program> {
    const usual = { DATA_DIR: this.folder.path, RATE_LIMITS: 'off' };
    const database = this.database && { DATABASE_URL: this.databaseUrl };
    return Program.start({ ...usual, ...database, ...this.catcher?.variables, ...variables });
  }
}

/** Hanna, whose cable can be pulled, and Lei in the room 机器学习, which has the posts 论文 and Release notes. */
export async function moveInTogether(house: House, viewport = DESKTOP): Promise<{ hanna: Person; lei: Person }> {
  const hanna = await house.welcome('Hanna Lindqvist', { baseURL: house.cable.address, viewport });
  const lei = await house.welcome('王磊');
  const { slug } = await hanna.account.createRoom({ name: '机器学习' });
  for (const title of ['论文', 'Release notes']) await hanna.account.createPost(slug, { title });
  await lei.account.join(slug);
  return { hanna, lei };
}
