// After the client's build: asks for the first fonts as early as the page, and packs what packs well for the way.
// node client/finish-build.mjs [folder of index.html]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Fonts of what stands on every page, by the beginning of their file's name. */
const FIRST_FONTS = ['inter-latin-opsz-normal', 'bricolage-grotesque-latin-opsz-normal'];
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
  writeFileSync(page, withPreloads(readFileSync(page, 'utf8'), readdirSync(join(folder, 'media'))));
  pack(folder);
}
