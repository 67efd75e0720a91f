import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pack, withAhead, withPreloads, withProgram } from '../../client/finish-build.mjs';
import { graphOf } from '../../client/join-files.mjs';

const JOIN = fileURLToPath(new URL('../../client/join-files.mjs', import.meta.url));

/** In a process of its own: the bundler takes nothing from the sandbox of the tests. */
const runScript = (text: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' });

describe('the end of the client build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-build-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('asks for the first fonts as early as for the page', () => {
    const fonts = ['inter-latin-opsz-normal-AAAA1111.woff2', 'bricolage-grotesque-latin-opsz-normal-BBBB2222.woff2'];
    const html = withPreloads('<head></head>', ['inter-latin-ext-opsz-normal-CCCC3333.woff2', ...fonts]);
    expect(html.match(/href="media\/[^"]+"/gu)).toEqual(fonts.map((font) => `href="media/${font}"`));
    expect(html).toMatch(/crossorigin.*<\/head>$/u);
  });

  it('refuses a build without them', () => {
    expect(() => withPreloads('<head></head>', ['inter-latin-ext-opsz-normal-CCCC3333.woff2'])).toThrow('no font');
  });

  it('follows a chunk to all that it imports, and not to what it may ask for later', () => {
    const chunks = {
      'house-routes-AAAA1111.js':
        'import{a as b}from"./chunk-BBBB2222.js";import"./chunk-C-_C3333.js";import(`./chunk-DDDD4444.js`)',
      'chunk-BBBB2222.js': 'import"./chunk-C-_C3333.js";export{a}from"./chunk-EEEE5555.js";',
      'chunk-C-_C3333.js': 'import"./chunk-BBBB2222.js";',
      'chunk-DDDD4444.js': '',
      'chunk-EEEE5555.js': '',
    };
    for (const [name, text] of Object.entries(chunks)) writeFileSync(join(folder, name), text);
    expect(graphOf(folder, 'house-routes').sort()).toEqual([
      'chunk-BBBB2222.js',
      'chunk-C-_C3333.js',
      'chunk-EEEE5555.js',
      'house-routes-AAAA1111.js',
    ]);
    expect(() => graphOf(folder, 'settings-routes')).toThrow('no chunk');
  });

  it('joins what the program and its pages bring along, and leaves one of each to whoever else uses them', () => {
    const built = mkdtempSync(join(folder, 'joined-'));
    const chunks = {
      'main-AAAA1111.js':
        'import{a}from"./chunk-BBBB2222.js";a("main");globalThis.rest=()=>import(`./house-routes-CCCC3333.js`);',
      'house-routes-CCCC3333.js':
        'import{a}from"./chunk-BBBB2222.js";import{b}from"./chunk-DDDD4444.js";a("house"+b());export const open=()=>import(`./dialog-EEEE5555.js`);',
      'dialog-EEEE5555.js': 'import{b}from"./chunk-DDDD4444.js";import{a}from"./chunk-BBBB2222.js";a("dialog"+b());',
      'chunk-BBBB2222.js': 'const said=globalThis.said=[];const a=(words)=>said.push(words);export{a};',
      'chunk-DDDD4444.js': 'let count=0;const b=()=>(count+=1);export{b};',
      'package.json': '{"type":"module"}',
    };
    for (const [name, text] of Object.entries(chunks)) writeFileSync(join(built, name), text);
    const { program, later } = JSON.parse(
      runScript(`const { joinFiles } = await import(${JSON.stringify(JOIN)});
        console.log(JSON.stringify(await joinFiles(${JSON.stringify(built)}, 'main', 'house-routes')))`),
    ) as Record<'program' | 'later', string[]>;
    const scripts = readdirSync(built).filter((name) => name.endsWith('.js'));
    expect([program.length, later.length, scripts.length]).toEqual([2, 1, 4]);
    expect(scripts.filter((name) => /-(?:AAAA1111|BBBB2222|CCCC3333|DDDD4444|EEEE5555)\./u.test(name))).toEqual([]);
    const said = runScript(`await import(${JSON.stringify(join(built, program[0] ?? ''))});
      await (await rest()).open();
      console.log(globalThis.said.join())`);
    expect(said).toBe('main,house1,dialog2\n');
    const page =
      '<head></head><link rel="modulepreload" href="chunk-BBBB2222.js"><script src="main-AAAA1111.js" type="module"></script>';
    const [main, shared] = program.map(String);
    const preload = (file = '') => `<link rel="preload" as="script" crossorigin href="${file}">`;
    expect(withProgram(page, program)).toBe(
      `<head>${preload(main)}${preload(shared)}</head><script src="${String(main)}" type="module"></script>`,
    );
  });

  it('lets the page of someone remembered ask ahead, by a script whose name changes with its content', () => {
    const page = '<head><link rel="stylesheet" href="styles.css"></head>';
    const texts = { zh: 'chinese.js' };
    const scripts = [['house.js'], ['house.js', 'more.js']].map((files) => withAhead(folder, page, files, texts));
    expect(new Set(scripts).size).toBe(2);
    const names = readdirSync(folder).filter((name) => /^ahead-[\w-]{8}\.js$/u.test(name));
    expect(names).toHaveLength(2);
    for (const name of names) expect(scripts.join()).toContain(`<script src="${name}" async`);
  });

  it.each<[kept: Record<string, string>, languages: string[], asked: string[]]>([
    [{}, ['de', 'zh-CN', 'en'], ['chinese.js']],
    [{}, ['de'], []],
    [{ 'roomers.language': 'en' }, ['zh'], []],
    [{ 'roomers.language': 'klingon', 'roomers.user': '{}' }, ['zh'], ['chinese.js', 'house.js']],
  ])('asks ahead for the texts of the language: %j, %j', (kept, languages, expected) => {
    const built = mkdtempSync(join(folder, 'ahead-'));
    withAhead(built, '', ['house.js'], { zh: 'chinese.js' });
    const asked: unknown[] = [];
    const page = {
      localStorage: { getItem: (key: string) => kept[key] ?? null },
      navigator: { languages },
      document: { createElement: () => ({}), head: { append: ({ href }: { href: unknown }) => asked.push(href) } },
    };
    runInNewContext(readFileSync(join(built, readdirSync(built)[0] ?? ''), 'utf8'), page);
    expect(asked).toEqual(expected);
  });

  it('packs what is worth it, and nothing else', () => {
    const script = 'export const words = "again and again";'.repeat(100);
    writeFileSync(join(folder, 'main-AAAA1111.js'), script);
    writeFileSync(join(folder, 'small.js'), 'small');
    writeFileSync(join(folder, 'font.woff2'), Buffer.alloc(4_000));
    pack(folder);
    expect(brotliDecompressSync(readFileSync(join(folder, 'main-AAAA1111.js.br'))).toString()).toBe(script);
    expect(gunzipSync(readFileSync(join(folder, 'main-AAAA1111.js.gz'))).toString()).toBe(script);
    expect(['small.js.br', 'font.woff2.br'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  });
});
