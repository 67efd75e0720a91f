// Runs before anything is installed, under any Node from 18 on: no dependency, no syntax newer than that.
// Makes sure of packages, a Node that fits and a fresh build, then becomes the program that was asked for.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './prepare/build.mjs';
import { becomeProgram, runProgram } from './prepare/hand-over.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { ensureNode } from './prepare/node.mjs';
import { fail } from './prepare/say.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const server = ['--enable-source-maps', join('dist', 'server', 'main.js')];

/** What each npm script needs built and runs. */
const COMMANDS = {
  start: { parts: ['server', 'client'], run: server },
  dev: { parts: ['server'], run: ['server/launch/dev.mjs'] },
  admin: { parts: ['server'], run: ['--enable-source-maps', 'dist/server/admin/cli.js'] },
  check: { parts: [], run: ['test/check.mjs'] },
  test: { parts: [], run: ['test/run.mjs'] },
  jest: { parts: ['server'], run: ['test/jest.mjs'] },
};

async function main([name, ...args]) {
  const command = COMMANDS[name];
  if (!command) fail(`Unknown command ${name ?? ''}: one of ${Object.keys(COMMANDS).join(', ')}`);
  if (process.platform === 'win32')
    fail('Roomers runs on Linux and macOS. On Windows use WSL: wsl --install, then the same command there.');
  process.chdir(root);
  const own = [fileURLToPath(import.meta.url), name, ...args];
  const node = ensureNode();
  if (node) return runProgram(node, own);
  ensureInstalled();
  await ensureBuilt(command.parts);
  becomeProgram([...command.run, ...args]);
}

await main(process.argv.slice(2));
