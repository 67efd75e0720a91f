import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runNode } from './run-command.mjs';

const SIDE_BY_SIDE = ['--maxWorkers', '2'];
const ALONE = '--runInBand';
/** More files than that do not fail by accident. */
const MOST_TRIED_AGAIN = 5;

/** Runs specs and counts them; a file that cannot even be read counts as one that failed. */
export async function jestStep(words) {
  return counted(await runJest(words));
}

/**
 * The same for specs that wait for a browser, two files side by side: one may be late there once, where a fault comes
 * again. Files that failed are run once more, alone; what passes only then is named in the note.
 * @param run what runs them, as `runJest` does
 */
export async function patientJestStep(words, run = runJest) {
  const first = await run([...words, ...SIDE_BY_SIDE]);
  const files = (first.results?.testResults ?? []).filter(({ status }) => status === 'failed');
  if (files.length === 0 || files.length > MOST_TRIED_AGAIN) return counted(first);
  const second = await run([...words, ALONE, '--runTestsByPath', ...files.map(({ name }) => name)]);
  const [before, after, tried] = [counted(first), counted(second), countedIn(files)];
  const seen = `Failed in the first go:\n${messagesOf(files)}`;
  return {
    passed: before.passed - tried.passed + after.passed,
    failed: after.failed,
    skipped: before.skipped - tried.skipped + after.skipped,
    output: `${after.output}\n${seen}`,
    note: `Passed in the second go only, see why: ${namesOf(files)}\n${seen}`,
  };
}

/** @returns {Promise<{ results?: object, code: number, output: string }>} what Jest wrote of a run, if it came that far */
async function runJest(words) {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-jest-'));
  const file = join(folder, 'results.json');
  try {
    const { code, output } = await runNode(['test/jest.mjs', '--silent', '--json', `--outputFile=${file}`, ...words]);
    return { results: read(file), code, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted({ results, code, output }) {
  if (!results) return { passed: 0, failed: 1, skipped: 0, output };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  // Jest may fail as a whole, in its set-up for one, with every test that ran having passed.
  return {
    passed: results.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: results.numPendingTests + results.numTodoTests,
    output: messagesOf(results.testResults) || output,
  };
}

function countedIn(files) {
  const all = files.flatMap(({ assertionResults }) => assertionResults);
  const withStatus = (...wanted) => all.filter(({ status }) => wanted.includes(status)).length;
  return { passed: withStatus('passed'), skipped: withStatus('pending', 'todo') };
}

function messagesOf(files) {
  return files
    .map(({ message }) => message)
    .filter(Boolean)
    .join('\n');
}

function namesOf(files) {
  return files.map(({ name }) => relative(process.cwd(), name)).join(', ');
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
