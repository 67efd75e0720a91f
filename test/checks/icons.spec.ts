import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLIENT = 'client/src/app';

/** The names that no text of `sources` quotes: their outlines travel with every first visit for nothing. */
function unused(names: readonly string[], sources: string): string[] {
  return names.filter((name) => !sources.includes(`'${name}'`) && !sources.includes(`"${name}"`));
}

describe.each([
  { list: 'names.txt', outlines: 'ui/icon-paths.ts' },
  { list: 'admin-names.txt', outlines: 'admin/icon-paths.ts' },
])('the icons of $list', ({ list, outlines }) => {
  const names = readFileSync(join('client/icons', list), 'utf8').split(/\s+/u).filter(Boolean);

  it('are those that the client draws, and no others', () => {
    const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.spec)\.(?:ts|html)$/u.test(file) && !file.endsWith('icon-paths.ts'))
      .map((file) => readFileSync(join(CLIENT, file), 'utf8'))
      .join('\n');
    expect(unused(names, sources)).toEqual([]);
    expect(unused([...names, 'planted'], sources)).toEqual(['planted']);
  });

  it('are all drawn', () => {
    const drawn = readFileSync(join(CLIENT, outlines), 'utf8').match(/^ {2}'?[\w-]+'?:/gmu) ?? [];
    expect(drawn.map((line) => line.replace(/[\s':]/gu, '')).sort()).toEqual([...names].sort());
  });
});
