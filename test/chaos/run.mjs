// Breaks a house of several nodes while people write in it, and looks whether anything was lost: npm run chaos
import sharp from 'sharp';
import { Client } from './client.mjs';
import { checkpoint, startAfresh } from './checkpoint.mjs';
import { Faults } from './faults.mjs';
import { furnish } from './furnish.mjs';
import { House } from './house.mjs';
import { Life } from './life.mjs';
import { Meter } from './meter.mjs';
import { readOptions } from './options.mjs';
import { Plants } from './plants.mjs';
import { Random } from './random.mjs';
import { addCounts, describe, emptyCounts, keepReport, openReport, writePage } from './report.mjs';
import { readHeads } from './stored.mjs';
import { verify } from './verify.mjs';
import { until } from './waiting.mjs';
import { loadWebClient } from './web-client.mjs';

const WEB_NODES = 3;
const COME_IN_MS = 120_000;
const begun = performance.now();
const say = (line) => console.log(`${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${line}`);

/** Everybody comes in, and every post is as it is before anything happens. */
async function moveIn(house, options, plants) {
  const [code, { people, posts }] = [await loadWebClient(), await furnish(house, options.clients)];
  const meter = new Meter();
  const clients = people.map((person) => new Client({ person, address: house.address, code, meter, plants }));
  for (const { wire } of clients) wire.connect();
  const outside = () =>
    clients.filter(({ isIdle, readers }) => !isIdle || readers.some(({ store }) => !store.isFresh()));
  if (!(await until(() => outside().length === 0, COME_IN_MS))) {
    const [{ person, business }] = outside();
    throw new Error(`${outside().length} could not come in: ${person.username} ${business || 'waits for a post'}`);
  }
  const bases = new Map(posts.map((postId) => [postId, { seq: 0, rev: 0 }]));
  startAfresh({ clients, meter, bases, heads: await readHeads(house.database) });
  return { house, clients, meter, bases, say };
}

/** Lets things break until it is time for a checkpoint. */
async function live(scene, options, random, isEnough) {
  const picture = await sharp({ create: { width: 96, height: 64, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const { house, clients, meter } = scene;
  const life = new Life({ clients, random, perSecond: options.rate, picture });
  const faults = new Faults({ house, life, meter, random, kinds: options.kinds, say });
  life.begin();
  while (!isEnough() || !faults.haveAllStruck) await faults.next();
  life.end();
}

async function run(house, options, report) {
  const random = new Random(options.seed);
  const plants = new Plants(options.plant);
  const scene = await moveIn(house, options, plants);
  say(`${options.clients} people are in, on ${WEB_NODES} nodes`);
  for (let isOver = false; !isOver;) {
    const [since, end] = [performance.now(), performance.now() + options.seconds * 1_000];
    const left = options.sends - report.acknowledged;
    const wanted = Math.min(options.every, left);
    const isEnough = () => (options.sends > 0 ? scene.meter.acknowledged >= wanted : performance.now() >= end);
    await live(scene, options, random, isEnough);
    say('everybody rests; looking at what everybody has');
    const found = await checkpoint(scene);
    found.faults.push(...(await verify(house)));
    addCounts(report, scene.meter, found, (performance.now() - since) / 1_000);
    scene.meter.startOver();
    isOver = found.faults.length > 0 || options.sends === 0 || report.acknowledged >= options.sends;
    report.isDone = isOver;
    keepReport(options.report, report);
    say(`checkpoint ${report.checkpoints}: ${report.acknowledged} acknowledged, ${found.faults.length} faults`);
  }
  for (const { wire } of scene.clients) wire.close();
  if (options.plant && !plants.isPlanted) report.faults.push(`nothing to plant ${options.plant} in`);
}

const options = readOptions(process.argv.slice(2));
const report = openReport(options);
const house = new House();
say(`seed ${options.seed}`);
const giveUp = (error) => {
  if (error instanceof Error) console.error(error.stack);
  void house.close().finally(() => process.exit(1));
};
for (const end of ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException']) process.once(end, giveUp);
try {
  await house.open(WEB_NODES);
  await run(house, options, report);
  report.faults.push(...emptyCounts(report, options.kinds));
} catch (error) {
  report.faults.push(error.stack);
} finally {
  await house.close({ isKept: options.keep });
}
console.log(`\n${describe(report)}\n`);
for (const fault of report.faults) console.log(fault);
if (options.keep) console.log(`Logs and data are in ${house.folder}`);
if (options.docs) await writePage(report);
process.exit(report.faults.length === 0 ? 0 : 1);
