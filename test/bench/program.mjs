import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const READY = /^ {2}Open {8}(\S+)$/m;

/** Starts the built program on a free port. Resolves with its address once it answers, and how long that took in milliseconds. */
export async function startProgram(dataDir) {
  const begun = performance.now();
  const child = spawn(process.execPath, [resolve('dist/server/main.js')], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      DATA_DIR: dataDir,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const address = await new Promise((found, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const [, url] = READY.exec(output) ?? [];
      if (url) found(url);
    });
    child.once('exit', () => fail(new Error(`The program ended:\n${output}`)));
  });
  const ended = new Promise((done) => child.once('exit', done));
  return {
    address,
    milliseconds: performance.now() - begun,
    megabytes: () => megabytesOf([child.pid, ...databaseProcesses(dataDir)]),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function databaseProcesses(dataDir) {
  const [postmaster] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ');
  return [postmaster, ...children];
}

/** Memory of processes with what they share counted once (PSS), in MiB. */
function megabytesOf(pids) {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
