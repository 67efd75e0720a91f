import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { planted } from './planted.js';

const PAGE = 'docs/original.md';
const ROW = /^\| ([SD]\d+[a-c]?) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gmu;
const NUMBERS = [
  ...Array.from({ length: 61 }, (_, at) => `S${at + 1}`),
  ...Array.from({ length: 38 }, (_, at) => `D${at + 1}`),
  ...['D35b', 'D35c'],
];

interface Row {
  number: string;
  here: string;
  shownBy: string[];
}

const documents = ['docs/api/openapi.json', 'docs/api/socket-protocol.json'].map((file) => readFileSync(file, 'utf8'));
const routes = globSync('client/src/app/**/*routes.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

function rowsOf(text: string): Row[] {
  return [...text.matchAll(ROW)].map(([, number = '', , here = '', shownBy = '']) => ({
    number,
    here,
    shownBy: [...shownBy.matchAll(/`([^`]+)`/gu)].map(([, file = '']) => file),
  }));
}

/** Pages, routes and events that a row names and nobody knows. */
function unknownNames(here: string): string[] {
  const names = [...here.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name.replace(/^(?:GET|POST|PUT|PATCH) /u, ''));
  return names.filter((name) => {
    if (name.startsWith('/api')) return !documents[0]?.includes(`"${name}`);
    if (/^[a-z]+:[a-z]+$/u.test(name) && !name.startsWith('server:')) return !documents[1]?.includes(`"${name}"`);
    const place = /^\/([a-z-]+)/u.exec(name)?.[1];
    return place !== undefined && !routes.includes(`'${place}`);
  });
}

/** What is wrong with the page, one line each. @param read the text of a spec */
function faultsOf(text: string, read: (file: string) => string): string[] {
  const rows = rowsOf(text);
  const count = (wanted: string) => rows.filter(({ number }) => number === wanted).length;
  return [
    ...NUMBERS.filter((number) => count(number) !== 1).map((number) => `${number}: ${count(number)} rows`),
    ...rows.flatMap(({ number, here, shownBy }) => [
      ...(shownBy.length === 0 ? [`${number}: no test`] : []),
      ...unknownNames(here).map((name) => `${number}: no such page, route or event: ${name}`),
      ...shownBy.flatMap((file) => {
        if (!file.endsWith('.spec.ts') || !existsSync(file)) return [`${number}: no such test: ${file}`];
        const isNamed = new RegExp(`\\b${number}\\b`, 'u').test(read(file));
        return number.startsWith('D') && !isNamed ? [`${number}: ${file} does not name it`] : [];
      }),
    ]),
  ];
}

describe('what the original did, and where that is now', () => {
  const text = readFileSync(PAGE, 'utf8');
  const read = (file: string) => readFileSync(file, 'utf8');

  it('has a row for every feature and fault, each with a test that is there, and a fault with one that names it', () => {
    expect(faultsOf(text, read)).toEqual([]);
  });

  it.each([
    ['a row that is missing', planted(text, /^\| S37 .*\n/mu, ''), 'S37: 0 rows'],
    ['a row that comes twice', planted(text, /^(\| D9 .*\n)/mu, '$1$1'), 'D9: 2 rows'],
    [
      'a test that is not there',
      planted(text, 'slugs.spec.ts', 'snails.spec.ts'),
      'S43: no such test: test/api/snails.spec.ts',
    ],
    [
      'a route that is not there',
      planted(text, '/api/config', '/api/nothing'),
      'S26: no such page, route or event: /api/nothing',
    ],
    [
      'a page that is not there',
      planted(text, '`/settings/*`', '`/nothing/*`'),
      'S3: no such page, route or event: /nothing/*',
    ],
    [
      'an event that is not there',
      planted(text, '`message:recall`', '`message:forget`'),
      'S7: no such page, route or event: message:forget',
    ],
  ])('notes %s', (_, changed, fault) => {
    expect(faultsOf(changed, read)).toContain(fault);
  });

  it('notes a test that does not name its fault', () => {
    const without = (file: string) =>
      file.endsWith('original-faults-rooms.spec.ts') ? planted(read(file), /D14/gu, 'D0') : read(file);
    expect(faultsOf(text, without)).toEqual(['D14: test/api/original-faults-rooms.spec.ts does not name it']);
  });
});
