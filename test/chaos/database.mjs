import pg from 'pg';
import { killTree } from './processes.mjs';

/** The real PostgreSQL that the program brings, as it runs for people: durable, and started again when it dies. */
export class Database {
  #server;

  static async start(dataDir) {
    const { startEmbeddedPostgres } = await import('../../dist/server/launch/embedded-postgres.js');
    const database = new Database();
    database.#server = await startEmbeddedPostgres({ dataDir });
    return database;
  }

  get url() {
    const { host, user, database } = this.#server.address;
    return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
  }

  /** Rows of one statement. */
  async query(text, values = []) {
    const { host, user, database } = this.#server.address;
    const client = new pg.Client({ host, user, database, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends it and every connection with no chance to write a word; it is started again by itself. */
  kill() {
    killTree(this.#server.pid);
  }

  async isUp() {
    return (await this.query('select 1')).length === 1;
  }

  stop() {
    return this.#server.stop();
  }
}
