import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { median, pause, round } from '../load/figures.mjs';
import { startRoomers } from '../servers/roomers.mjs';

const SETTLE_MS = 10_000;
const READY = /^ {2}Open {8}/m;

/** From the start of the process to its first answer, and the memory of the whole product once it is idle. */
export async function start({ dataDir, isQuick, say }) {
  const [cold, warm] = [[], []];
  let memory = { own: 0, others: 0 };
  for (let turn = 0; turn < (isQuick ? 1 : 3); turn += 1) {
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir);
    for (const times of [cold, warm]) {
      const program = await startRoomers(dataDir);
      times.push(program.startMs);
      if (times === warm) {
        await pause(SETTLE_MS);
        memory = program.memory();
      }
      await program.end();
    }
  }
  const npmMs = await npmStart(dataDir, isQuick ? 1 : 3);
  const result = {
    npmMs,
    coldMs: Math.round(median(cold)),
    warmMs: Math.round(median(warm)),
    memoryMb: round(memory.own + memory.others, 0),
    appMb: round(memory.own, 0),
  };
  say('Start with an empty data folder', `${result.coldMs} ms`);
  say('Start with data', `${result.warmMs} ms, as npm start ${npmMs} ms`);
  say('Memory of app and database, idle (PSS)', `${result.memoryMb} MB, ${result.appMb} of it the app`);
  return result;
}

/** As people type it, when everything is built and the database is there. */
async function npmStart(dataDir, times) {
  const taken = [];
  // The first one may have something to install or to build.
  for (let turn = -1; turn < times; turn += 1) {
    const begun = performance.now();
    const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', RATE_LIMITS: 'off', LOG_LEVEL: 'warn' };
    const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const ended = once(child, 'exit');
    let output = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      output += text;
      if (READY.test(output)) break;
    }
    if (!READY.test(output)) throw new Error(`npm start ended:\n${output}`);
    if (turn >= 0) taken.push(performance.now() - begun);
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
  return Math.round(median(taken));
}
