import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { FAULTS } from './faults.mjs';

const PAGE = 'docs/reliability.md';
const PLACE = /(<!-- report -->\n)[^]*(<!-- \/report -->)/;
const MOST_FAULTS = 20;

/** The report of a run that was interrupted, or a new one. */
export function openReport({ report: file, seed, sends }) {
  const kept = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (kept && !kept.isDone && kept.wanted === sends) return { ...kept, seeds: [...kept.seeds, seed] };
  const counts = {
    checkpoints: 0,
    messages: 0,
    seen: 0,
    acknowledged: 0,
    repeated: 0,
    knownBefore: 0,
    openings: 0,
    gaps: 0,
  };
  return {
    begun: new Date().toISOString(),
    seeds: [seed],
    wanted: sends,
    isDone: false,
    seconds: 0,
    ...counts,
    faults: [],
    kinds: {},
  };
}

/** Keeps the report where an interrupted run finds it. */
export function keepReport(file, report) {
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(report, null, 2));
  renameSync(`${file}.new`, file);
}

/** Adds what was counted since the last checkpoint. */
export function addCounts(report, meter, { faults, ...counted }, seconds) {
  for (const [name, more] of Object.entries({ checkpoints: 1, seconds, ...counted })) report[name] += more;
  for (const name of ['repeated', 'knownBefore', 'openings', 'gaps']) report[name] += meter[name];
  for (const [kind, counts] of meter.counts) {
    const sum = (report.kinds[kind] ??= { strikes: 0, inFlight: 0, missed: 0, repaired: 0 });
    for (const name of Object.keys(sum)) sum[name] += counts[name];
  }
  report.faults.push(
    ...faults.slice(0, MOST_FAULTS),
    ...(faults.length > MOST_FAULTS ? [`… ${faults.length} in all`] : []),
  );
}

/**
 * Why a run that found no fault proves nothing; none when it does.
 * @returns {string[]}
 */
export function emptyCounts({ kinds }, struck) {
  return struck.flatMap((kind) => {
    const counts = kinds[kind] ?? { strikes: 0 };
    const wanted = ['strikes', 'inFlight', ...(FAULTS[kind].touches ? ['missed', 'repaired'] : [])];
    return wanted.filter((name) => !counts[name]).map((name) => `${kind}: ${NOTHING[name]}, so it proves nothing`);
  });
}

const NOTHING = {
  strikes: 'it never struck',
  inFlight: 'no send was in flight',
  missed: 'no frame was missed',
  repaired: 'no frame was repaired',
};

/** The report as people read it. */
export function describe(report) {
  const rows = Object.entries(report.kinds).map(([kind, { strikes, inFlight, missed, repaired }]) =>
    [kind, strikes || '', strikes ? inFlight : '', missed, repaired].map(String),
  );
  const head = ['Fault', 'Times', 'Sends in flight', 'Frames missed', 'Frames repaired'];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const number = (value) => value.toLocaleString('en');
  return [
    `${report.begun.slice(0, 10)}, seed ${report.seeds.join(', ')}, ${Math.round(report.seconds)} s, ${report.checkpoints} ${report.checkpoints === 1 ? 'checkpoint' : 'checkpoints'}: ` +
      `${number(report.acknowledged)} sends acknowledged, ${number(report.messages)} messages stored, seen ${number(report.seen)} times. ` +
      `${number(report.repeated)} sends were repeated, of which ${number(report.knownBefore)} had been stored before. ` +
      `Readers met ${number(report.gaps)} gaps and caught up ${number(report.openings)} times. Faults found: ${report.faults.length}.`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
  ].join('\n');
}

/** Puts the report into the page that explains it. */
export async function writePage(report) {
  const page = readFileSync(PAGE, 'utf8').replace(PLACE, (_, start, end) => `${start}\n${describe(report)}\n\n${end}`);
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}
