import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const READY = /^Roomers (?:is ready|runs jobs) after/m;
const ADDRESS = /^ {2}Open {8}(\S+)$/m;
const READY_WITHIN_MS = 60_000;
/** Compiled code of programs that ended, for those that start after them: hundreds do in a run. */
export const COMPILED = resolve('.cache/compiled');

const END_WITHIN_MS = 30_000;

type Variables = Readonly<Record<string, string>>;

/** How a start that failed, or a program that was ended, went. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built program as people run it: a process of its own on a free port and a data folder. */
export class Program {
  /** Both streams, as far as they have come. */
  output = '';
  readonly ended: Promise<Ending>;
  private static readonly living = new Set<Program>();

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    Program.living.add(this);
    this.ended = new Promise((done) => {
      child.once('close', (code, signal) => {
        Program.living.delete(this);
        done({ code, signal });
      });
    });
  }

  /**
   * Starts it without waiting.
   * @param variables its whole configuration; nothing is taken from this process
   * @param script runs in its place, for programs with a planted fault
   */
  static begin(variables: Variables, script?: string): Program {
    const words = script === undefined ? [resolve('dist/server/main.js')] : ['--input-type=module', '--eval', script];
    // In a folder without `.env`, so that a developer's own settings stay out of the tests.
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, NODE_COMPILE_CACHE: COMPILED, PORT: '0', ...variables };
    const child = spawn(process.execPath, words, { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] });
    return new Program(child);
  }

  /** Starts it and waits until it says that it is ready. */
  static async start(variables: Variables, script?: string): Promise<Program> {
    const program = Program.begin(variables, script);
    await program.ready();
    return program;
  }

  /** Ends what a failed test left running; else Jest would wait for it for ever. */
  static async endAll(): Promise<void> {
    await Promise.all([...Program.living].map((program) => program.stop()));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Where it answers; empty for one that only runs jobs. */
  get address(): string {
    return ADDRESS.exec(this.output)?.[1] ?? '';
  }

  /** @throws Error with all its output when it ends instead, or takes too long */
  async ready(): Promise<void> {
    const state = { isOver: false };
    void this.ended.then(() => (state.isOver = true));
    const end = Date.now() + READY_WITHIN_MS;
    while (!READY.test(this.output)) {
      if (state.isOver || Date.now() > end) throw new Error(`The program is not ready:\n${this.output}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /**
   * Ends it as Ctrl-C or a service manager does, or at once with `SIGKILL`.
   * @throws Error with all its output when it does not end by itself
   */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    let state = '';
    const impatience = setTimeout(() => {
      state = stateOf(this.pid);
      this.child.kill('SIGKILL');
      // What it started may still have them; then it would never be over.
      for (const stream of [this.child.stdout, this.child.stderr]) stream?.destroy();
    }, END_WITHIN_MS);
    this.child.kill(signal);
    const ending = await this.ended;
    clearTimeout(impatience);
    if (state !== '') throw new Error(`The program did not end; it was ${state}:\n${this.output}`);
    return ending;
  }
}

/** What the system says of a process: `S (sleeping)`, say. */
function stateOf(pid: number): string {
  try {
    return /^State:\s+(.+)$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 'unknown';
  } catch {
    return 'no longer there';
  }
}

/** A folder that is gone after the tests. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'roomers-data-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
