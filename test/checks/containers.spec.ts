import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { planted } from './planted.js';
import { composeProblems, dockerfileProblems, requiredVariables } from './containers.mjs';

const read = (name: string): string => readFileSync(`docker/${name}`, 'utf8');

describe('the image', () => {
  const text = read('Dockerfile');
  const problems = (changed: string): string[] => dockerfileProblems(changed, process.cwd());

  it('is as it has to be', () => {
    expect(problems(text)).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['root', 'USER node', 'USER root', 'The program runs as root'],
    ['nobody in particular', 'USER node\n', '', 'The program runs as root'],
    ['no health check', /HEALTHCHECK .*\n/u, '', 'There is no HEALTHCHECK'],
    ['a health check by curl', '["node", "docker/healthcheck.mjs"]', '["curl", "x"]', 'The HEALTHCHECK wants'],
    [
      'a shell',
      'CMD ["node", "--enable-source-maps", "--expose-gc", "dist/server/main.js"]',
      'CMD node main.js',
      'A shell stands',
    ],
    ['a source that is not there', 'COPY libs libs', 'COPY lib libs', 'COPY of what is not there: lib'],
    ['a source that is ignored', 'COPY libs libs', 'COPY docs libs', 'COPY of what is not there: docs'],
    ['a stage that is not there', '--from=packages', '--from=package', 'COPY from a stage that is not there: package'],
    ['a word that is none', 'EXPOSE', 'EXPOSES', 'Unknown instruction: EXPOSES'],
    ['no licence', 'org.opencontainers.image.licenses="MIT"', 'licence="MIT"', 'There are no labels'],
  ])('is refused with %s', (_, from, to, problem) => {
    expect(problems(planted(text, from, to))).toContainEqual(expect.stringContaining(problem));
  });

  it('asks a health check that fails where nothing runs', () => {
    const check = (env: Record<string, string>): number | null =>
      spawnSync(process.execPath, ['docker/healthcheck.mjs'], { env: { PORT: '1', DATA_DIR: '/nowhere', ...env } })
        .status;
    expect([check({}), check({ ROLE: 'worker' })]).toEqual([1, 1]);
  });
});

describe.each(['compose.yml', 'compose.scale.yml'])('%s', (name) => {
  const text = read(name);

  it('is as it has to be', () => {
    expect(composeProblems(text)).toEqual([]);
  });

  it('refuses to start without its secrets, all of which the example names', () => {
    const required = requiredVariables(text);
    expect(required).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'PUBLIC_URL', 'SECRET_KEY']));
    const example = read('example.env');
    expect(required.filter((variable) => !example.includes(`\n${variable}=\n`))).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['a key that is none', 'depends_on:', 'depend_on:', 'depend_on'],
    ['a file system that can be written', '  read_only: true\n', '', 'can be written'],
    ['capabilities', /  cap_drop:\n {4}- ALL\n/u, '', 'keeps capabilities'],
    ['privileges to gain', 'no-new-privileges:true', 'no-new-privileges:false', 'may gain privileges'],
    ['any image of the day', 'roomers:0.1.0', 'roomers:latest', 'has no pinned image'],
    ['a volume that is not declared', /\n {2}(data|files):\n/u, '\n', 'mounts a volume that is not declared'],
    ['a service that is not there', /redis:(?=\n +condition)/u, 'cache:', 'waits for a service'],
  ])('is refused with %s', (_, from, to, problem) => {
    expect(composeProblems(planted(text, from, to))).toContainEqual(expect.stringContaining(problem));
  });

  it('is read by the linter of compose files', () => {
    const words = ['node_modules/dclint/bin/dclint.cjs', '--formatter', 'json', `docker/${name}`];
    const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    const [result] = JSON.parse(stdout) as { messages: { rule: string; type: string; message: string }[] }[];
    // Its warnings are about the order of keys.
    expect(result?.messages.filter(({ type }) => type === 'error')).toEqual([]);
  });
});
