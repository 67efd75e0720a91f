import { networkInterfaces } from 'node:os';
import { isLoopback, isWildcard } from '../platform/config/addresses.js';
import type { Config } from '../platform/config/config.js';

export interface BannerFacts {
  readonly config: Config;
  /** Where it answers; absent for a process that only runs jobs. */
  readonly address: string | undefined;
  readonly milliseconds: number;
  readonly needsOwner: boolean;
}

/** What the person who started the program needs to know now, in one block. */
export function banner(facts: BannerFacts): string {
  const { config, address, milliseconds } = facts;
  const ready = `after ${(milliseconds / 1000).toFixed(1)} s`;
  const lines = [
    address === undefined ? `Roomers runs jobs ${ready}` : `Roomers is ready ${ready}`,
    '',
    ...(address === undefined ? [] : [`  Open        ${address}`]),
    `  Data        ${config.dataDir}${config.database.kind === 'url' ? ' (files) and the PostgreSQL of DATABASE_URL' : ''}`,
    ...(address === undefined ? [] : [...colleagues(config, address), ...firstSteps(config, facts.needsOwner)]),
    ...(config.rateLimits
      ? []
      : ['  Warning     RATE_LIMITS=off: anyone may try passwords and flood rooms. For load tests only.']),
    '  Stop        Ctrl-C',
  ];
  return `\n${lines.join('\n')}\n\n`;
}

function colleagues(config: Config, address: string): string[] {
  if (isLoopback(config.host) && isLoopback(new URL(address).hostname)) {
    return ['  Colleagues  cannot reach it yet: stop it and start it with  HOST=0.0.0.0 npm start'];
  }
  if (address.startsWith('https:')) return [`  Colleagues  ${address}`];
  const port = new URL(address).port;
  const theirs = isWildcard(config.host)
    ? lanAddresses().map((ip) => `http://${ip}${port ? `:${port}` : ''}`)
    : [address];
  return [
    `  Colleagues  ${theirs.join('  ') || 'this computer has no network address'}`,
    '              Their browsers allow notifications and the clipboard only with https (PUBLIC_URL, docs/operations.md)',
  ];
}

function firstSteps(config: Config, needsOwner: boolean): string[] {
  if (!needsOwner) return [];
  const lines = ['  First       open the address and register: the first account is the owner'];
  if (config.setupCode) lines.push(`  Set-up code ${config.setupCode}  (registering the owner asks for it)`);
  return lines;
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address);
}
