// How much JavaScript the first page costs: node test/checks/bundle-size.mjs [folder of index.html]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { TEXTS } from '../../client/finish-build.mjs';
import { graphOf } from '../../client/join-files.mjs';

const LIMIT = 220_000;

/** The scripts that a browser loads before it can show anything. */
export function initialScripts(html) {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => tag.startsWith('<script') || /rel="(?:modulepreload|preload)"/.test(tag));
  return [...new Set(wanted.map((tag) => /(?:src|href)="([^"]+\.m?js)"/.exec(tag)?.[1]).filter(Boolean))];
}

/** Their size as it travels, with the texts of the language that needs most. */
export function initialBytes(folder) {
  const scripts = initialScripts(readFileSync(join(folder, 'index.html'), 'utf8'));
  if (scripts.length === 0) throw new Error(`${folder}/index.html loads no script`);
  const largestLanguage = Math.max(...Object.values(TEXTS).map((chunk) => bytesOf(folder, graphOf(folder, chunk)[0])));
  return largestLanguage + scripts.reduce((sum, name) => sum + bytesOf(folder, name), 0);
}

function bytesOf(folder, name) {
  return gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = initialBytes(process.argv[2] ?? 'dist/client/browser');
  console.log(`Initial JavaScript: ${(bytes / 1000).toFixed(1)} kB gzip, at most ${LIMIT / 1000} kB`);
  process.exit(bytes <= LIMIT ? 0 : 1);
}
