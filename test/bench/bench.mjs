// Speed and memory on this computer: npm run bench [-- [--quick] [names of scenarios]]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeRun, keep } from './report/report.mjs';
import { validityOf } from './report/targets.mjs';
import { acknowledgements } from './scenarios/acknowledgements.mjs';
import { browser } from './scenarios/browser.mjs';
import { fanOut } from './scenarios/fan-out.mjs';
import { files } from './scenarios/files.mjs';
import { history } from './scenarios/history.mjs';
import { idleSockets } from './scenarios/idle-sockets.mjs';
import { lists } from './scenarios/lists.mjs';
import { manyPeople } from './scenarios/many-people.mjs';
import { quiet } from './scenarios/quiet.mjs';
import { search } from './scenarios/search.mjs';
import { start } from './scenarios/start.mjs';
import { storms } from './scenarios/storms.mjs';
import { startRoomers } from './servers/roomers.mjs';

/** Those that are handed a running program, on an empty folder of its own. */
const WITH_PROGRAM = { quiet, acknowledgements, history, lists, search, people: manyPeople, files, client: browser };
/** Those that start what they need. */
const ALONE = { start, 'fan-out': fanOut, storms, sockets: idleSockets };
const SCENARIOS = { ...ALONE, ...WITH_PROGRAM };

const say = (what, figure) => console.log(`${what.padEnd(66)} ${figure}`);

async function measure(name, isQuick) {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-bench-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  try {
    if (name in ALONE) return await ALONE[name]({ folder, dataDir, isQuick, say });
    const program = await startRoomers(dataDir);
    try {
      return await WITH_PROGRAM[name]({ program, folder, dataDir, isQuick, say });
    } finally {
      await program.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const wanted = words.filter((word) => word !== '--quick');
const unknown = wanted.filter((word) => !(word in SCENARIOS));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Scenarios: ${Object.keys(SCENARIOS).join(', ')}`);
  process.exit(2);
}
const run = { ...describeRun(), isQuick, figures: {} };
for (const name of wanted.length > 0 ? wanted : Object.keys(SCENARIOS)) {
  const begun = performance.now();
  run.figures[name] = await measure(name, isQuick);
  say(`(${name})`, `took ${Math.round((performance.now() - begun) / 1_000)} s`);
}
const validity = validityOf(run.figures);
console.log(`\n${validity}`);
console.log(await keep(run, validity));
