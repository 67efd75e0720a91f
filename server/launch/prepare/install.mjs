import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { runNpm } from './npm.mjs';
import { say } from './say.mjs';

const STAMP = 'node_modules/.roomers-installed';

/** Installs the packages of the lockfile unless exactly those are there. */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.');
  const wanted = fingerprint(
    ['package.json', 'package-lock.json', '.npmrc'],
    `${process.platform} ${process.arch} ${major}`,
  );
  if (isStamped(STAMP, wanted)) return;
  const begun = Date.now();
  say('Installing packages; the first time this takes a minute …');
  runNpm([
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeStamp(STAMP, wanted);
  say(`Installed in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}
