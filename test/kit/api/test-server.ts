import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { Cable } from '../cable.js';
import { createDatabase, query, type TestDatabase, urlOf } from '../postgres.js';
import { Program, temporaryFolder } from '../program.js';
import { type Answer, ask, type Request } from './answer.js';
import { eventFaults } from './chat-client.js';
import { ChatUser } from './chat-user.js';

/** Signs tokens; known to the tests so that they can make expired ones. */
export const SECRET_KEY = 'a key that only the tests know, long enough';
const PASSWORD = 'correct horse battery';

type Variables = Readonly<Record<string, string>>;

/** The built program on a free port with a database of its own: one for each spec file. */
export class TestServer {
  private readonly users: ChatUser[] = [];
  private readonly others: Program[] = [];
  private readonly endings: (() => Promise<void>)[] = [];
  private count = 0;

  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private readonly variables: Variables,
    private program: Program,
  ) {}

  /** Starts it; limits are off unless a test is about them. */
  static async start(variables: Variables = {}): Promise<TestServer> {
    const database = await createDatabase();
    const folder = temporaryFolder();
    const all = {
      DATABASE_URL: urlOf(database.address),
      DATA_DIR: folder.path,
      DATABASE_POOL_SIZE: '8',
      RATE_LIMITS: 'off',
      SECRET_KEY,
      ...variables,
    };
    return new TestServer(database, folder, all, await Program.start(all));
  }

  get address(): string {
    return this.program.address;
  }

  get pid(): number {
    return this.program.pid;
  }

  /** The folder of its files. */
  get dataDir(): string {
    return this.folder.path;
  }

  /** Address of its database. */
  get databaseUrl(): string {
    return urlOf(this.database.address);
  }

  /** All that it wrote to its streams. */
  get log(): string {
    return this.program.output;
  }

  /** Resolves when the process is over. */
  get ended(): Promise<unknown> {
    return this.program.ended;
  }

  /** Starts it again, on the same database. @param changed variables that are different this time */
  async restart(signal: NodeJS.Signals = 'SIGTERM', changed: Variables = {}): Promise<void> {
    await this.program.stop(signal);
    this.program = await Program.start({ ...this.variables, ...changed });
  }

  /** Begins another process on the same database and files; `stop()` ends it with this one. @param changed as in `restart` */
  beginBeside(changed: Variables): Program {
    const other = Program.begin({ ...this.variables, ...changed });
    this.others.push(other);
    return other;
  }

  /** As `beginBeside`, and waits until it is ready. */
  async startBeside(changed: Variables): Promise<Program> {
    const other = this.beginBeside(changed);
    await other.ready();
    return other;
  }

  /** A cable to its database, and what a process beside it needs to use that one. */
  async cableToDatabase(): Promise<{ cable: Cable; variables: Variables }> {
    const { host, user, database } = this.database.address;
    const cable = await Cable.to(join(host, '.s.PGSQL.5432'));
    const url = new URL(`/${database}`, cable.address.replace('http:', 'postgresql:'));
    url.username = user;
    return { cable, variables: { DATABASE_URL: url.href } };
  }

  /** Has something ended with it, after its processes. */
  onStop(end: () => Promise<void>): void {
    this.endings.push(end);
  }

  /** Ends it with its database. @throws Error when an event was not as the protocol says */
  async stop(): Promise<void> {
    for (const { sockets } of this.users) for (const socket of sockets) socket.close();
    await Promise.all([this.program, ...this.others].map((program) => program.stop()));
    for (const end of this.endings) await end();
    await this.database.drop();
    this.folder.remove();
    if (eventFaults.length > 0) throw new Error(`Events that are not as documented:\n${eventFaults.join('\n')}`);
  }

  /** Asks without a session. */
  ask<Body>(path: string, request?: Request): Promise<Answer<Body>> {
    return ask<Body>(this.address, path, request);
  }

  /** Makes an account whose username begins with `name`. */
  async register(name = 'user', wish: object = {}): Promise<ChatUser> {
    this.count += 1;
    // Digits: letters by chance would be found by tests that look for words.
    const username = `${name}${this.count}x${randomInt(1e6)}`;
    const email = `${username}@example.test`;
    const account = { username, email, password: PASSWORD, displayName: name, ...wish };
    const user = await ChatUser.register(this.address, account);
    this.users.push(user);
    return user;
  }

  /** Several accounts; the first alone, as the first of a server becomes its owner, the others at once. */
  async registerAll<const Names extends readonly string[]>(
    ...names: Names
  ): Promise<{ -readonly [At in keyof Names]: ChatUser }> {
    const first = await Promise.all(names.slice(0, 1).map((name) => this.register(name)));
    const others = await Promise.all(names.slice(1).map((name) => this.register(name)));
    return [...first, ...others] as unknown as { -readonly [At in keyof Names]: ChatUser };
  }

  /** Keeps everybody else from a table until the function that it gives is called. */
  async lock(table: string): Promise<() => Promise<void>> {
    const { host, user, database } = this.database.address;
    const client = new Client({ host, user, database });
    await client.connect();
    await client.query(`begin; lock table ${client.escapeIdentifier(table)} in access exclusive mode`);
    return () => client.end();
  }

  /** Rows of a statement on its database. */
  async sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]> {
    return query<Row>(this.database.address, text, values);
  }
}
