import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { fail, say } from './say.mjs';

const SHARED = ['libs', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** What can be built: from which files, by which programs, and what must be there afterwards. */
const PARTS = {
  server: {
    sources: ['server', 'nest-cli.json', ...SHARED],
    programs: [['node_modules/@nestjs/cli/bin/nest.js', 'build']],
    result: 'dist/server/main.js',
    before: () => rmSync('dist/server.tsbuildinfo', { force: true }),
    after: removeLeftOvers,
  },
  client: {
    sources: ['client', 'angular.json', ...SHARED],
    programs: [['node_modules/@angular/cli/bin/ng.js', 'build'], ['client/finish-build.mjs']],
    result: 'dist/client/browser/index.html',
    before: () => undefined,
    after: () => undefined,
  },
};

/** Builds those of `names` whose sources changed since their last build, at the same time. */
export async function ensureBuilt(names) {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) fail(`Nothing is called ${unknown.join(', ')}: ${Object.keys(PARTS).join(' or ')}`);
  const results = await Promise.all(names.map(buildIfStale));
  const failed = results.filter((result) => !result.isBuilt);
  if (failed.length === 0) return;
  for (const { output } of failed) say(output.trimEnd());
  fail(`The build of the ${failed.map(({ name }) => name).join(' and the ')} failed: see above.`);
}

/** Builds one part if need be; the output of a failed build is in the answer. */
export async function buildIfStale(name) {
  const part = PARTS[name];
  const stamp = join('dist', `.built-${name}`);
  const wanted = fingerprint(part.sources);
  if (isStamped(stamp, wanted) && existsSync(part.result)) return { name, isBuilt: true, output: '' };
  const begun = Date.now();
  say(`Building the ${name} …`);
  // The compiler skips what it remembers to have written, also when somebody removed it since.
  if (!existsSync(part.result)) part.before();
  for (const program of part.programs) {
    const { code, output } = await run(program);
    if (code !== 0) return { name, isBuilt: false, output };
  }
  part.after();
  writeStamp(stamp, wanted);
  say(`Built the ${name} in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  return { name, isBuilt: true, output: '' };
}

function run(args) {
  return new Promise((resolve) => {
    const env = { ...process.env, NG_CLI_ANALYTICS: 'false', NODE_ENV: 'production' };
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ code, output }));
  });
}

// A migration or a listener whose source is gone must not be found in the folder of the built ones.
function removeLeftOvers() {
  for (const file of ['server', 'libs'].flatMap((folder) => filesIn(join('dist', folder)))) {
    const source = file.replace(/^dist\//, '').replace(/(\.d)?\.[jt]s(\.map)?$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(source)) rmSync(file);
  }
}
