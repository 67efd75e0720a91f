import { holds, median, pause, round } from '../load/figures.mjs';
import { openLoop } from '../load/open-loop.mjs';
import { startTargets } from '../servers/targets.mjs';

/** One sender, N readers: what a delivery costs at a fixed rate, how late it is, and the highest rate that holds. */
export async function fanOut({ folder, isQuick, say }) {
  const targets = await startTargets(folder);
  // `step`: from one rate to the next when looking for the highest.
  const plan = isQuick
    ? {
        fixed: [[200, 300]],
        seconds: 2,
        rounds: 2,
        highest: [200],
        start: 600,
        step: 2.2,
      }
    : {
        fixed: [
          [50, 1_000],
          [200, 300],
          [500, 100],
        ],
        seconds: 8,
        rounds: 3,
        highest: [50, 200, 500],
        start: 120,
        step: 1.3,
      };
  const result = { fixed: {}, highest: {} };
  try {
    for (const [readers, rate] of plan.fixed) {
      const key = `${readers} readers, ${rate} a second`;
      result.fixed[key] = await atFixedRate(targets.all, readers, rate, plan);
      for (const [name, figures] of Object.entries(result.fixed[key])) say(`${key}: ${name}`, describe(figures));
    }
    for (const readers of plan.highest) {
      result.highest[readers] = await highestRates(targets.all, readers, plan);
      for (const [name, best] of Object.entries(result.highest[readers]))
        say(
          `${readers} readers, highest rate: ${name}`,
          `${best.rate} a second, ${best.deliveriesPerSecond} deliveries, p99 ${best.p99} ms`,
        );
    }
  } finally {
    await targets.stop();
  }
  return result;
}

const describe = ({ cpu, database, p50, p99, lost, twice, disordered, refused }) =>
  `${cpu} CPU ms per 1,000 deliveries (+ ${database} PostgreSQL), p50 ${p50} ms, p99 ${p99} ms, ` +
  `${lost} lost, ${twice} twice, ${disordered} out of order, ${refused} refused`;

/** All targets take turns, so that what else the machine does falls on each. */
async function atFixedRate(targets, count, rate, { seconds, rounds }) {
  const readers = await Promise.all(targets.map((target) => target.readers(count)));
  const samples = targets.map(() => []);
  for (const [index, target] of targets.entries()) await measured(target, readers[index], { rate, seconds: 1 });
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries())
      samples[index].push(await measured(target, readers[index], { rate, seconds }));
  }
  for (const { sockets } of readers) for (const socket of sockets) socket.close();
  return Object.fromEntries(targets.map(({ name }, index) => [name, middle(samples[index])]));
}

async function measured(target, readers, load) {
  const before = target.cpu();
  const result = await openLoop(readers, load);
  const after = target.cpu();
  const perThousand = (kind) => round(((after[kind] - before[kind]) * 1_000) / result.deliveries, 2);
  return { ...result, cpu: perThousand('own'), database: perThousand('others') };
}

function middle(samples) {
  const of = (name) => median(samples.map((sample) => sample[name]));
  const sum = (name) => samples.reduce((total, sample) => total + sample[name], 0);
  const middles = Object.fromEntries(['cpu', 'database', 'p50', 'p95', 'p99'].map((name) => [name, of(name)]));
  const sums = Object.fromEntries(
    ['deliveries', 'lost', 'twice', 'disordered', 'refused'].map((name) => [name, sum(name)]),
  );
  return { ...middles, ...sums };
}

async function highestRates(targets, count, plan) {
  const best = {};
  for (const target of targets) {
    const readers = await target.readers(count);
    best[target.name] = await highestRate(target, readers, plan);
    for (const socket of readers.sockets) socket.close();
    await pause(1_000);
  }
  return best;
}

/** Higher until it no longer holds, twice in a row: the machine is shared. */
async function highestRate(target, readers, { seconds, start, step }) {
  let best = { rate: 0, deliveriesPerSecond: 0, p99: Infinity };
  for (let rate = (start * 200) / readers.sockets.length, misses = 0; misses < 2;) {
    const result = await measured(target, readers, { rate: Math.round(rate), seconds });
    const isGood = holds(target.keepsOrder ? result : { ...result, disordered: 0 });
    misses = isGood ? 0 : misses + 1;
    if (!isGood) continue;
    const { p50, p99, cpu } = result;
    best = { rate: Math.round(rate), deliveriesPerSecond: Math.round(rate) * readers.sockets.length, p50, p99, cpu };
    rate *= step;
  }
  return best;
}
