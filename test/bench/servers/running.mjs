import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { cpuOf, memoryOf, withChildren } from '../load/process-figures.mjs';

/**
 * Starts a server with this Node. Resolves once it has printed its address.
 * @param {string} script from the root of the project @param {string[]} args
 * @param {RegExp} ready finds the address in what it prints
 * @param {object} [options] of `spawn`
 */
export async function startServer(script, args, ready, options = {}) {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', '--expose-gc', resolve(script), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
  const ended = new Promise((done) => child.once('exit', done));
  let output = '';
  const address = await new Promise((found, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const [, url] = ready.exec(output) ?? [];
      if (url) found(url);
    });
    child.once('exit', () => fail(new Error(`${script} ended:\n${output}`)));
  });
  const others = () => withChildren(child.pid).filter((pid) => pid !== child.pid);
  return {
    address,
    startMs: performance.now() - begun,
    /** Milliseconds of processor time so far: of the server itself, and of what it started. */
    cpu: () => ({ own: cpuOf([child.pid]), others: cpuOf(others()) }),
    /** MiB: of the server itself, and of what it started. */
    memory: () => ({ own: memoryOf([child.pid]), others: memoryOf(others()) }),
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
