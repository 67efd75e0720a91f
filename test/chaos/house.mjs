import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database.mjs';
import { Link } from './link.mjs';
import { makeNode } from './nodes.mjs';
import { startProxy } from './proxy.mjs';
import { startRedis } from './redis.mjs';

/**
 * What people of a larger house run: web nodes and a worker, a proxy before them, PostgreSQL and Redis behind. Between proxy
 * and nodes, and between nodes and Redis, there are links that can be cut and slowed.
 */
export class House {
  /** With the data, and what every program said. */
  folder = mkdtempSync(join(tmpdir(), 'roomers-chaos-'));
  #proxy;
  /** Of each node: its process, the link to it and its link to Redis. */
  web = [];
  worker;
  database;
  redis;

  /** Where people connect to. */
  get address() {
    return this.#proxy.address;
  }

  get dataDir() {
    return join(this.folder, 'data');
  }

  async open(webNodes) {
    mkdirSync(join(this.folder, 'redis'), { recursive: true });
    mkdirSync(this.dataDir);
    this.database = await Database.start(join(this.folder, 'database'));
    this.redis = await startRedis(join(this.folder, 'redis'));
    for (let count = 1; count <= webNodes; count += 1) this.web.push(await this.#makeNode('web', `web-${count}`));
    this.worker = await this.#makeNode('worker', 'worker');
    // The first migrates the empty database; the others would wait for it anyway.
    await this.web[0].process.start();
    await Promise.all([...this.web.slice(1), this.worker].map(({ process }) => process.start()));
    this.#proxy = await startProxy(
      this.folder,
      this.web.map(({ link }) => link.port),
    );
  }

  /** Ends what was started, and removes what it wrote unless somebody wants to read it. */
  async close({ isKept = false } = {}) {
    const nodes = [...this.web, ...(this.worker ? [this.worker] : [])];
    await this.#proxy?.stop();
    await Promise.all(nodes.map(({ process }) => process.stop()));
    for (const { link, redisLink } of nodes) for (const one of [link, redisLink]) one.remove();
    await this.redis?.process.stop();
    await this.database?.stop();
    if (!isKept) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #makeNode(role, name) {
    const redisLink = await Link.to(() => this.redis.port);
    const how = {
      role,
      folder: this.dataDir,
      databaseUrl: this.database.url,
      redisPort: redisLink.port,
      log: join(this.folder, `${name}.log`),
    };
    const node = await makeNode(how);
    return { ...node, redisLink, link: await Link.to(() => node.port) };
  }
}
