import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './run-command.mjs';

/** Runs specs and counts them; a file that cannot even be read counts as one that failed. */
export async function jestStep(words) {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-jest-'));
  const file = join(folder, 'results.json');
  try {
    const { code, output } = await runNode(['test/jest.mjs', '--silent', '--json', `--outputFile=${file}`, ...words]);
    return { ...counts(file, code), output: messages(file) || output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counts(file, code) {
  const results = read(file);
  if (!results) return { passed: 0, failed: 1, skipped: 0 };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  // Jest may fail as a whole, in its set-up for one, with every test that ran having passed.
  return {
    passed: results.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function messages(file) {
  const suites = read(file)?.testResults ?? [];
  return suites
    .map(({ message }) => message)
    .filter(Boolean)
    .join('\n');
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
