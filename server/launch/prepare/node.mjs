import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runNpm } from './npm.mjs';
import { fail, say } from './say.mjs';

const FOLDER = '.node';
const BROUGHT = '24.21.0';

/** True when `version` (24.21.0) satisfies `range` (^24.15.0): the same major and not older. */
export function fits(version, range) {
  const [major, minor, patch] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor, wantedPatch] = range.replace(/^\^/, '').split('.').map(Number);
  if (major !== wantedMajor) return false;
  return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
}

/** The npm package that carries Node for a computer, or undefined when there is none. */
export function nodePackage({ platform, arch, isGlibc }) {
  return platform === 'linux' && isGlibc && ['x64', 'arm64'].includes(arch) ? `node-linux-${arch}` : undefined;
}

/** The path of a Node that fits: this one, or one that npm brings. */
export function ensureNode() {
  const range = JSON.parse(readFileSync('package.json', 'utf8')).engines.node;
  if (fits(process.versions.node, range)) return process.execPath;
  const name = nodePackage({ platform: process.platform, arch: process.arch, isGlibc: isGlibc() });
  if (!name)
    fail(
      `Roomers needs Node ${range.replace('^', '')} or a later 24; this is ${process.versions.node}. Get it from https://nodejs.org and start again.`,
    );
  const folder = join(FOLDER, 'node_modules', name);
  const node = join(process.cwd(), folder, 'bin', 'node');
  if (!isBrought(folder) || !existsSync(node)) {
    say(`This is Node ${process.versions.node}; bringing Node ${BROUGHT} into ${FOLDER}/ …`);
    // Without a package.json of its own npm would take the project's as the place to install to.
    runNpm([
      'install',
      '--prefix',
      FOLDER,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--loglevel=error',
      `${name}@${BROUGHT}`,
    ]);
  }
  return node;
}

/** Leaves `node` where the rest of the npm script finds it. */
export function linkNode(node) {
  const link = join(FOLDER, 'bin', 'node');
  if (targetOf(link) === node) return;
  mkdirSync(dirname(link), { recursive: true });
  const draft = `${link}.${process.pid}`;
  symlinkSync(node, draft);
  renameSync(draft, link);
}

/** Runs a script under another Node to its end, npm and all, and ends this process as it ended when that was badly. */
export function runUnder(node, args) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const { status } = spawnSync(node, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

function targetOf(link) {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

function isBrought(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version === BROUGHT;
  } catch {
    return false;
  }
}

function isGlibc() {
  return process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime !== undefined;
}
