import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The Node to run under instead of this one, brought if need be; undefined when this one fits. */
export function ensureNode() {
  const range = JSON.parse(readFileSync('package.json', 'utf8')).engines.node;
  if (fits(process.versions.node, range)) return undefined;
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
