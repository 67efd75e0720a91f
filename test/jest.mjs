// Jest with the flag that ES modules need and our configuration: node test/jest.mjs --selectProjects server rooms
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const config = fileURLToPath(new URL('jest.config.mjs', import.meta.url));
const words = [
  '--experimental-vm-modules',
  '--no-warnings=ExperimentalWarning',
  // The S3 server of the tests enciphers its page tokens with DES.
  '--openssl-legacy-provider',
  jest,
  '--config',
  config,
  // Below the temporary folder it would be gone with a run that cleans up after itself.
  '--cacheDirectory=.cache/jest',
  ...process.argv.slice(2),
];
process.exit(spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1);
