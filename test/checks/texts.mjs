// Every text of the client stands in a catalogue, in both languages, and is used: node test/checks/texts.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordsInCode } from './words-in-code.mjs';
import { wordsInTemplate } from './words-in-template.mjs';

const [FIRST, ...OTHERS] = ['en', 'zh'];
/** Texts that are the same in both languages. */
const SAME = new Set(['Roomers', 'Markdown']);
const VALUE = /\{(\w+)\}/g;

/**
 * The catalogues below a folder: for each language all texts by `<place>.<name>`.
 * @param {string} folder @returns {Record<string, Map<string, string | Record<string, string>>>}
 */
export function readCatalogues(folder) {
  return Object.fromEntries([FIRST, ...OTHERS].map((language) => [language, readCatalogue(join(folder, language))]));
}

function readCatalogue(folder) {
  const texts = new Map();
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const place = basename(file, '.json');
    for (const [name, text] of Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
      texts.set(`${place}.${name}`, text);
  }
  return texts;
}

/**
 * What is wrong with the catalogues, one line each.
 * @param {ReturnType<typeof readCatalogues>} catalogues @param {readonly { path: string, text: string }[]} sources
 * @returns {string[]}
 */
export function wrongTexts(catalogues, sources) {
  const ours = catalogues[FIRST];
  const found = OTHERS.flatMap((language) => wrongAgainst(ours, language, catalogues[language]));
  const used = usesIn(sources);
  for (const key of ours.keys()) if (!used(key)) found.push(`${key}: nobody uses it`);
  return found;
}

function wrongAgainst(ours, language, theirs) {
  const found = [...theirs.keys()].filter((key) => !ours.has(key)).map((key) => `${key}: not in ${FIRST}`);
  for (const [key, text] of ours) {
    const other = theirs.get(key);
    if (other === undefined) found.push(`${key}: not in ${language}`);
    else {
      if (isUntranslated(text, other)) found.push(`${key}: the same in ${FIRST} and ${language}`);
      if (valuesOf(text) !== valuesOf(other)) found.push(`${key}: other values in ${language} than in ${FIRST}`);
    }
    for (const one of [text, other])
      if (typeof one === 'object' && one.other === undefined) found.push(`${key}: no form "other"`);
  }
  return found;
}

const formsOf = (text) => (typeof text === 'string' ? [text] : Object.values(text));

function isUntranslated(text, other) {
  const isSaid = (one) => /\p{L}/u.test(one.replaceAll(VALUE, '')) && !SAME.has(one);
  return formsOf(other).some((form) => isSaid(form) && formsOf(text).includes(form));
}

function valuesOf(text) {
  const names = formsOf(text).flatMap((form) => [...form.matchAll(VALUE)].map(([, name]) => name));
  // A form for one thing need not say how many.
  return [...new Set(names)].sort().join();
}

/** Whether a source names a key, or the beginning of it that it completes: `t(\`errors.${code}\`)`. */
function usesIn(sources) {
  const named = new Set();
  const begun = new Set();
  for (const { text } of sources) {
    for (const [, key] of text.matchAll(/['"`]([\w-]+\.\w+)['"`]/g)) named.add(key);
    for (const [, start] of text.matchAll(/`([\w-]+\.\w*)\$\{/g)) begun.add(start);
  }
  return (key) => named.has(key) || [...begun].some((start) => key.startsWith(start));
}

/**
 * Words that stand in the client's code where a reader would see or hear them, one line each.
 * @param {readonly { path: string, text: string }[]} sources @returns {string[]}
 */
export function wordsOf(sources) {
  return sources.flatMap(({ path, text }) => {
    const found = path.endsWith('.html') ? wordsInTemplate(text) : wordsInCode(text);
    return found.map(({ line, words }) => `${path}:${line}: ${JSON.stringify(words)} belongs into the catalogue`);
  });
}

export function readSources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|html)$/.test(entry.name) && !/\.(spec|harness|fixture)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = readSources('client/src/app');
  const catalogues = readCatalogues('client/src/i18n');
  const found = [...wrongTexts(catalogues, sources), ...wordsOf(sources)];
  for (const problem of found) console.error(problem);
  console.log(`${catalogues[FIRST].size} texts in ${1 + OTHERS.length} languages, ${found.length} problems`);
  process.exit(found.length > 0 ? 1 : 0);
}
