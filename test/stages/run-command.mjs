import { spawn } from 'node:child_process';
import { cleanEnd } from './clean-end.mjs';

const running = new Set();

/** Far more than anything here takes: what is not over by then hangs, and must not hold up a build server. */
const LONGEST_MS = 20 * 60_000;

/**
 * Runs a program to its end and answers its exit code and everything it printed; after `withinMs` it is ended, which is a failure.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { env = {}, isShown = false, withinMs = LONGEST_MS } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that what it starts can be ended with it.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, ...env },
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (isShown) process.stderr.write(text);
      });
    }
    child.on('error', (error) => (output += `${error.message}\n`));
    const patience = setTimeout(() => {
      output += `\nNot over after ${String(withinMs / 1_000)} s, and ended.\n`;
      process.kill(-child.pid, 'SIGKILL');
    }, withinMs);
    child.on('close', (code) => {
      clearTimeout(patience);
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a script or a program of node_modules under the Node of this process. */
export function runNode(args, options) {
  return runCommand(process.execPath, args, options);
}

/** Ends everything that still runs when this process is told to end, and leaves no folder behind. */
export function endWithUs() {
  cleanEnd();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      for (const child of running) process.kill(-child.pid, signal);
      setTimeout(() => process.exit(1), 5_000);
    });
  }
}
