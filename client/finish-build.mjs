// After the client's build: has the page ask early for what it needs first, and packs what packs well for the way.
// node client/finish-build.mjs [folder of index.html]
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { graphOf, joinFiles } from './join-files.mjs';

/** Fonts of what stands on every page, by the beginning of their file's name. */
const FIRST_FONTS = ['inter-latin-opsz-normal', 'bricolage-grotesque-latin-opsz-normal'];
/** The first program, and the pages of the signed in that it asks for as soon as it runs. */
const [PROGRAM, PAGES] = ['main', 'house-routes'];
/** Chunks with the texts of a language; those of the first language come with the program. */
export const TEXTS = { zh: 'chinese' };
const FIRST_LANGUAGE = 'en';
const PACKED = /\.(?:js|css|html|svg|json)$/;
const WORTH_IT = 1_024;

/**
 * The page with a preload for each of the first fonts.
 * @param {string} html @param {readonly string[]} fonts names of the built files @returns {string}
 * @throws Error when the build has no such font
 */
export function withPreloads(html, fonts) {
  const links = FIRST_FONTS.map((name) => {
    const file = fonts.find((font) => font.startsWith(`${name}-`) && font.endsWith('.woff2'));
    if (file === undefined) throw new Error(`The build has no font ${name}`);
    return `<link rel="preload" as="font" type="font/woff2" crossorigin href="media/${file}"/>`;
  });
  return html.replace('</head>', `${links.join('')}</head>`);
}

/**
 * The page with these files as its program, all asked for at once.
 * Not by `modulepreload`: Chromium uses the compiled code that it keeps of a script only where the script came so.
 * @param {string} html @param {readonly string[]} files the program itself, then what it imports @returns {string}
 */
export function withProgram(html, files) {
  const links = files.map((file) => `<link rel="preload" as="script" crossorigin href="${file}">`).join('');
  return html
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<script src="main-[^>]*><\/script>/, `<script src="${files[0]}" type="module"></script>`)
    .replace('</head>', `${links}</head>`);
}

/**
 * Lets the page ask together with the program, not after it, for the texts of its language (as `speech.ts` chooses it) and,
 * where this device remembers someone (`roomers.user`, see remembered-user.ts), for the pages of the signed in.
 * @param {string} folder @param {string} html @param {string[]} pages @param {Record<string, string>} texts file by language, but for the first
 * @returns {string} the page
 */
export function withAhead(folder, html, pages, texts) {
  const script = `{const texts=${JSON.stringify(texts)},
speaks=(tag)=>tag==='${FIRST_LANGUAGE}'||Object.hasOwn(texts,tag),
language=[localStorage.getItem('roomers.language'),...navigator.languages.map((tag)=>tag.toLowerCase().split('-')[0])].find(speaks);
for(const href of [...(Object.hasOwn(texts,language??'')?[texts[language]]:[]),...(localStorage.getItem('roomers.user')?${JSON.stringify(pages)}:[])])
document.head.append(Object.assign(document.createElement('link'),{rel:'preload',as:'script',crossOrigin:'',href}))}`;
  const name = `ahead-${createHash('sha256').update(script).digest('base64url').slice(0, 8)}.js`;
  writeFileSync(join(folder, name), script);
  return html.replace('<link rel="stylesheet"', `<script src="${name}" async fetchpriority="high"></script>$&`);
}

/**
 * Writes each file that packs well a second and third time, as `.br` and `.gz`.
 * @param {string} folder
 */
export function pack(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !PACKED.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    if (content.length < WORTH_IT) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'dist/client/browser';
  const page = join(folder, 'index.html');
  const { program, later } = await joinFiles(folder, PROGRAM, PAGES);
  const html = withPreloads(withProgram(readFileSync(page, 'utf8'), program), readdirSync(join(folder, 'media')));
  const texts = Object.entries(TEXTS).map(([language, name]) => [language, graphOf(folder, name)[0]]);
  writeFileSync(page, withAhead(folder, html, later, Object.fromEntries(texts)));
  pack(folder);
}
