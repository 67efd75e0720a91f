import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { TARGETS } from './targets.mjs';

const RESULTS = 'test/bench/results';
const PAGE = 'docs/performance.md';
const TABLE = /(<!-- bench: .*? -->\n)[\s\S]*?(\n<!-- \/bench -->)/;

/** When and on what. */
export function describeRun() {
  const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', 'server', 'libs', 'client', 'package-lock.json') !== '';
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD') + (isChanged ? '+' : ''),
    node: process.version,
    processors: cpus().length,
    processor: cpus()[0]?.model.trim(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
  };
}

/** Writes the figures of a run; a whole one into the documentation too. @returns {Promise<string>} what was written */
export async function keep(run, validity) {
  mkdirSync(RESULTS, { recursive: true });
  const path = `${RESULTS}/${run.date}-${run.commit}${run.isQuick ? '-quick' : ''}.json`;
  writeFileSync(path, `${JSON.stringify({ ...run, validity }, undefined, 2)}\n`);
  const rows = TARGETS.map((target) => ({ target, value: target.read(run.figures) }));
  for (const { target, value } of rows) if (value !== undefined) console.log(lineOf(target, value));
  if (run.isQuick || rows.some(({ value }) => value === undefined)) return `Written: ${path}`;
  await writeTable(run, validity, rows);
  return `Written: ${path}, ${PAGE}`;
}

const lineOf = (target, value) =>
  `${target.what.padEnd(90)} ${textOf(target, value)} (must ${target.must}, aim ${target.aim})`;

function textOf({ unit, isMet, isAimed }, value) {
  const mark = isAimed(value) ? '' : isMet(value) ? ' (must)' : ' **missed**';
  return `${value.toLocaleString('en')} ${unit}`.trim() + mark;
}

async function writeTable({ date, commit, processors, node }, validity, rows) {
  const said = `${date}, commit ${commit}, ${processors} processors, Node ${node.slice(1)}, ${validity}.`;
  const lines = rows.map(
    ({ target, value }) => `| ${target.what} | ${target.must} | ${target.aim} | ${textOf(target, value)} |`,
  );
  const table = [said, '', '| What | Must | Aim | Ours |', '|---|---|---|---|', ...lines].join('\n');
  const page = readFileSync(PAGE, 'utf8');
  if (!TABLE.test(page)) throw new Error(`${PAGE} has no place for the table`);
  const written = page.replace(TABLE, (_whole, begin, end) => `${begin}\n${table}\n${end}`);
  writeFileSync(PAGE, await format(written, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}
