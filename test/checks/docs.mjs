// Every path and npm command that README and docs name must exist: node test/checks/docs.mjs [file …]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOP = ['server', 'client', 'libs', 'test', 'docs', 'docker', '.ci'];
// Made at run time, so that a page may speak of them before they are there.
const MADE = /^(data|dist|node_modules|\.node|\.cache)\b/;

/** What `text` of the page `file` names and does not exist, one line each. */
export function wrongNames(file, text, scripts) {
  return [...wrongLinks(file, text), ...wrongPaths(text), ...wrongCommands(text, scripts)].map(
    (problem) => `${file}: ${problem}`,
  );
}

function wrongLinks(file, text) {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target);
  return links
    .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(file), target)))
    .map((target) => `no file for the link ${target}`);
}

function wrongPaths(text) {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, words]) => words.split(/\s+/));
  const paths = quoted.filter(
    (word) => TOP.some((top) => word.startsWith(`${top}/`)) && !/[*<>…{}$]/.test(word) && !MADE.test(word),
  );
  return [...new Set(paths.map((path) => path.replace(/[.,:;)]+$|:\d+$|#.*$/g, '')))]
    .filter((path) => !existsSync(path))
    .map((path) => `no such path: ${path}`);
}

function wrongCommands(text, scripts) {
  const code = [...text.matchAll(/```[^]*?```|`[^`\n]+`/g)].map(([words]) => words).join('\n');
  const named = [...code.matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name);
  const builtIn = ['install', 'ci', 'start', 'test'];
  return [...new Set(named)]
    .filter((name) => !(name in scripts) && !builtIn.includes(name))
    .map((name) => `no such npm script: ${name}`);
}

function pages() {
  const docs = existsSync('docs')
    ? readdirSync('docs', { recursive: true }).filter((name) => name.endsWith('.md'))
    : [];
  return [...(existsSync('README.md') ? ['README.md'] : []), ...docs.map((name) => join('docs', name))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const files = given.length > 0 ? given : pages();
  const wrong = files.flatMap((file) => wrongNames(file, readFileSync(file, 'utf8'), scripts));
  console.log(`${files.length} pages, ${wrong.length} names that lead nowhere`);
  for (const line of wrong) console.error(line);
  process.exit(wrong.length > 0 ? 1 : 0);
}
