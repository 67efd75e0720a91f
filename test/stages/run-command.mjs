import { spawn } from 'node:child_process';
import { cleanEnd } from './clean-end.mjs';

const running = new Set();

/** Runs a program to its end and answers its exit code and everything it printed. */
export function runCommand(command, args, { env = {}, isShown = false } = {}) {
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
    child.on('close', (code) => {
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
