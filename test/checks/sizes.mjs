// Prints how long files and functions are, and fails when the house's limits are passed: node test/checks/sizes.mjs [folder …]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Lines. */
const LIMITS = { fileP90: 200, fileMax: 300, functionP90: 25, functionMax: 50 };

/** Counts the lines of every file of ours below `folders` and of every function in them. */
export function measure(folders) {
  const files = folders.flatMap(sources).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  return {
    files: files.map(({ path, text }) => ({ name: path, lines: text.trimEnd().split('\n').length })),
    functions: files.flatMap(({ path, text }) => functionsOf(path, text)),
  };
}

/**
 * What is wrong with the sizes, one line each.
 * @returns {string[]}
 */
export function problems({ files, functions }) {
  const found = [
    ...files
      .filter(({ lines }) => lines > LIMITS.fileMax)
      .map(({ name, lines }) => `${name}: ${lines} lines, at most ${LIMITS.fileMax}`),
    ...functions
      .filter(({ lines }) => lines > LIMITS.functionMax)
      .map(({ name, lines }) => `${name}: ${lines} lines, at most ${LIMITS.functionMax}`),
  ];
  if (percentile(files, 90) > LIMITS.fileP90) found.push(`One file in ten is longer than ${LIMITS.fileP90} lines`);
  if (percentile(functions, 90) > LIMITS.functionP90)
    found.push(`One function in ten is longer than ${LIMITS.functionP90} lines`);
  return found;
}

function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name) && !/\.spec\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function functionsOf(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body)
      found.push({ name: `${path}:${lineOf(file, node.getStart()) + 1}`, lines: linesOf(file, node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function linesOf(file, node) {
  return lineOf(file, node.end) - lineOf(file, node.getStart()) + 1;
}

function lineOf(file, position) {
  return file.getLineAndCharacterOfPosition(position).line;
}

function percentile(items, percent) {
  const sorted = items.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

function summary(name, items) {
  return `${name}: ${items.length}, median ${percentile(items, 50)} lines, p90 ${percentile(items, 90)}, longest ${percentile(items, 100)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const folders = given.length > 0 ? given : ['server', 'client/src', 'libs', 'test'];
  const sizes = measure(folders);
  console.log(`${summary('Files', sizes.files)}\n${summary('Functions', sizes.functions)}`);
  const found = problems(sizes);
  for (const problem of found) console.error(problem);
  process.exit(found.length > 0 ? 1 : 0);
}
