import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Characters. */
const MOST_KEPT = 20_000;

/** A program that is started, killed, frozen and started again. */
export class Process {
  /** The last of what it said. */
  output = '';
  #child;
  #ended = Promise.resolve();

  /** @param {{ command: string, words: string[], env?: object, cwd?: string, log: string, isReady: (process: Process) => unknown }} how */
  constructor(how) {
    this.how = how;
  }

  get pid() {
    return this.#child?.pid;
  }

  get isAlive() {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves once it is ready. @throws Error with its last words when it is not within a minute */
  async start() {
    const { command, words, env, cwd } = this.how;
    this.output = '';
    this.#child = spawn(command, words, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => this.#note(text));
    }
    this.#ended = new Promise((done) => this.#child.once('close', done).once('error', done));
    await this.#whenReady();
  }

  signal(name) {
    this.#child?.kill(name);
  }

  /** Ends it with no chance to write a word. */
  async kill() {
    this.signal('SIGKILL');
    await this.#ended;
  }

  async stop() {
    if (!this.isAlive) return;
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    const impatience = setTimeout(() => this.signal('SIGKILL'), 20_000);
    await this.#ended;
    clearTimeout(impatience);
  }

  #note(text) {
    this.output = (this.output + text).slice(-MOST_KEPT);
    appendFileSync(this.how.log, text);
  }

  async #whenReady() {
    const end = Date.now() + 60_000;
    while (!(await Promise.resolve(this.how.isReady(this)).catch(() => false))) {
      if (!this.isAlive || Date.now() > end) throw new Error(`${this.how.command} is not ready:\n${this.output}`);
      await new Promise((done) => setTimeout(done, 30));
    }
  }
}

/** Ends a process and everything it started, with no chance to write a word. */
export function killTree(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  for (const victim of [pid, ...children.map(Number)]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It ended between the listing and this.
    }
  }
}

/** @returns {Promise<number>} */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
