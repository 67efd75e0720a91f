// The first half of every npm script. Runs before anything is installed, under any Node from 18 on: no dependency, no
// syntax newer than that. Makes sure of packages, a Node that fits (linked as .node/bin/node, which the second half of
// the script becomes) and a fresh build of the parts that are named: node server/launch/prepare.mjs server client
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { ensureNode, linkNode, runUnder } from './prepare/node.mjs';
import { fail } from './prepare/say.mjs';

const script = fileURLToPath(import.meta.url);
const parts = process.argv.slice(2);

if (process.platform === 'win32')
  fail('Roomers runs on Linux and macOS. On Windows use WSL: wsl --install, then the same command there.');
process.chdir(resolve(dirname(script), '../..'));
const node = ensureNode();
if (node === process.execPath) {
  ensureInstalled();
  await ensureBuilt(parts);
  linkNode(node);
} else {
  runUnder(node, [script, ...parts]);
}
