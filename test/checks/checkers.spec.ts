import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestStep } from '../stages/jest-step.mjs';
import { runCommand } from '../stages/run-command.mjs';
import { leftOut, missing } from '../stages/tools.mjs';
import { initialScripts } from './bundle-size.mjs';
import { wrongNames } from './docs.mjs';
import { measure, problems } from './sizes.mjs';

/** Runs a program of node_modules on a text as if it stood in `file`. */
function run(program: string, args: string[], text: string): { status: number | null; output: string } {
  // Else the linter takes the file from the disk and not the text it is given.
  const env = { ...process.env, TSESTREE_SINGLE_RUN: 'false' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`node_modules/${program}`, ...args], {
    input: text,
    encoding: 'utf8',
    env,
  });
  return { status, output: stdout + stderr };
}

describe('every checker refuses a planted fault', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roomers-checkers-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('sizes: a long file and a long function', () => {
    const lines = (count: number): string => 'let a = 1;\n'.repeat(count);
    writeFileSync(join(folder, 'long-file.ts'), lines(301));
    writeFileSync(join(folder, 'long-function.ts'), `export function f() {\n${lines(49)}}\n`);
    writeFileSync(join(folder, 'fine.ts'), `export function g() {\n${lines(10)}}\n`);
    const found = problems(measure([folder]));
    expect(found.filter((line) => line.includes('long-'))).toHaveLength(2);
    expect(found.filter((line) => line.includes('fine'))).toEqual([]);
  });

  it('bundle size: a script that is too large, whether preloaded or not', () => {
    const html =
      '<link rel="preload" as="script" href="chunk.js"><script src="main.js" type="module"></script><link rel="stylesheet" href="a.css">';
    expect(initialScripts(html)).toEqual(['chunk.js', 'main.js']);
    writeFileSync(join(folder, 'index.html'), html);
    for (const name of ['main.js', 'chunk.js', 'chinese-AAAA1111.js']) writeFileSync(join(folder, name), 'small');
    const check = (): number | null => spawnSync(process.execPath, ['test/checks/bundle-size.mjs', folder]).status;
    expect(check()).toBe(0);
    for (const name of ['chunk.js', 'chinese-AAAA1111.js']) {
      writeFileSync(join(folder, name), randomBytes(230_000));
      expect(check()).toBe(1);
      writeFileSync(join(folder, name), 'small');
    }
  });

  it('docs: a path, a link and a command that do not exist', () => {
    const text =
      'See `server/nowhere/x.ts`, [here](nowhere.md) and `npm run nowhere`; `server/main.ts`, [this](../package.json), `npm run check`.';
    expect(wrongNames('docs/a.md', text, { check: '' })).toEqual([
      'docs/a.md: no file for the link nowhere.md',
      'docs/a.md: no such path: server/nowhere/x.ts',
      'docs/a.md: no such npm script: nowhere',
    ]);
  });

  it('tools: one that is not there', () => {
    const absent = [{ name: 'nothing', paths: ['/nowhere/nothing'], debian: 'nothing', specs: ['/a/'] }];
    const present = [{ name: 'sh', paths: ['/bin/sh'], debian: 'dash', specs: ['/b/'] }];
    const idle = present.map((tool) => ({ ...tool, works: () => false }));
    expect([missing(absent), missing(present), missing(idle)]).toEqual([absent, [], idle]);
    expect(leftOut([...absent, ...present], false)).toEqual(['/a/']);
    expect(leftOut(absent, true)).toEqual([]);
  });

  it('the time limit: a command that hangs', async () => {
    const command = await runCommand('sleep', ['60'], { withinMs: 200 });
    expect(command.code).toBe(1);
    expect(command.output).toContain('Not over after 0.2 s');
  });

  it('the count of tests: specs that cannot even be started', async () => {
    expect(await jestStep(['--selectProjects', 'nothing'])).toMatchObject({ passed: 0, failed: 1 });
  });

  it('format', () => {
    expect(
      run('prettier/bin/prettier.cjs', ['--check', '--stdin-filepath', 'server/app.ts'], 'const  a=1').status,
    ).not.toBe(0);
  });

  /** The rules that a text breaks where it stands in for `file`. */
  function broken(file: string, code: string): (string | null)[] {
    const { output } = run('eslint/bin/eslint.js', ['--stdin', '--stdin-filename', file, '--format', 'json'], code);
    const [result] = JSON.parse(output) as { messages: { ruleId: string | null }[] }[];
    return result!.messages.map(({ ruleId }) => ruleId);
  }

  it('lint: what the house forbids', () => {
    const planted: [rule: string, code: string][] = [
      [
        '@typescript-eslint/consistent-type-imports',
        "import { Stats } from 'node:fs';\nexport const a = (stats: Stats): number => stats.size;",
      ],
      ['@typescript-eslint/no-explicit-any', 'export const b: any = 1;'],
      ['@typescript-eslint/no-non-null-assertion', 'export const c = (text?: string): string => text!;'],
      ['@typescript-eslint/no-floating-promises', 'export function d(): void {\n  Promise.resolve();\n}'],
      ['no-restricted-syntax', "export const e = process.env['A'];"],
      // D38: the server fetches nothing that a user names.
      ['no-restricted-globals', 'export const h = (url: string): Promise<Response> => fetch(url);'],
      ['@typescript-eslint/no-restricted-imports', "import { get } from 'node:https';\nget('https://a.example');"],
      ['no-warning-comments', '// TODO: later'],
      ['complexity', `export const f = (n: number): number => (${'n ? 1 : '.repeat(11)}2);`],
      ['max-lines-per-function', `export function g(): void {\n${'  a;\n'.repeat(50)}}`],
      ['max-lines', '\n'.repeat(300)],
    ];
    const found = broken('server/app.ts', planted.map(([, code]) => code).join('\n'));
    expect(planted.map(([rule]) => rule).filter((rule) => !found.includes(rule))).toEqual([]);
    expect(broken('libs/contracts/room.dto.ts', "import { IsUUID } from 'class-validator';\nIsUUID();")).toEqual([
      'no-restricted-imports',
    ]);
    expect(broken('client/src/app/a.html', '<img src="a.png" />')).toEqual(['@angular-eslint/template/alt-text']);
  });

  it('lint lets injected classes be value imports', () => {
    const injected = "import { Config } from './platform/config/config.js';";
    const code = `import { Injectable } from '@nestjs/common';\n${injected}\n@Injectable()\nexport class A {\n  constructor(readonly config: Config) {}\n}\n`;
    expect(broken('server/app.ts', code)).toEqual([]);
  });

  it('dead code: an export that nobody uses', () => {
    mkdirSync(join(folder, 'knip'));
    writeFileSync(join(folder, 'knip', 'package.json'), '{ "name": "a", "type": "module" }');
    writeFileSync(join(folder, 'knip', 'index.mjs'), "import { used } from './b.mjs';\nconsole.log(used);\n");
    writeFileSync(join(folder, 'knip', 'b.mjs'), 'export const used = 1;\nexport const unused = 2;\n');
    const program = join(process.cwd(), 'node_modules/knip/bin/knip.js');
    const { status, stdout } = spawnSync(process.execPath, [program], { cwd: join(folder, 'knip'), encoding: 'utf8' });
    expect(stdout).toContain('unused');
    expect(status).toBe(1);
  });
});
