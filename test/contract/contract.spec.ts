import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILES = ['openapi.json', 'socket-protocol.json'];

describe('the committed contract', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roomers-contract-'));
    const { status, stderr } = spawnSync(process.execPath, ['test/contract/write-contract.mjs', folder], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const differs = (name: string): boolean =>
    readFileSync(join(folder, name), 'utf8') !== readFileSync(join('docs/api', name), 'utf8');

  it.each(FILES)('%s is what the program says of itself; else run: npm run contract', (name) => {
    expect(differs(name)).toBe(false);
  });

  it('would be seen to differ by a single word', () => {
    const file = join(folder, 'openapi.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"memberCount"', '"membersCount"'));
    expect(differs('openapi.json')).toBe(true);
    writeFileSync(file, text);
  });

  it('gives every route its refusals', () => {
    const { paths } = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as {
      paths: Record<string, Record<string, { responses: object; 'x-public'?: boolean }>>;
    };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    const lacking = operations.filter(
      ({ responses, 'x-public': isPublic }) => !('503' in responses) || (!isPublic && !('401' in responses)),
    );
    expect(operations.length).toBeGreaterThan(25);
    expect(lacking).toEqual([]);
  });
});
