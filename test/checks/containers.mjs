// What the files in docker/ have to be, as far as that shows without a container engine.
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { DockerfileParser } from 'dockerfile-ast';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const linter = require.resolve('dclint');
// The parser that the linter brings; Compose reads the same YAML.
const { parse } = createRequire(linter)('yaml');

function composeSchema() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(
    readFileSync(require.resolve('dclint/package.json').replace('package.json', 'schemas/compose.schema.json'), 'utf8'),
  );
  // Ajv knows this draft by its address with http.
  return ajv.compile({ ...schema, $schema: undefined });
}

const isValid = composeSchema();

/**
 * What is wrong with a compose file.
 * @returns {string[]}
 */
export function composeProblems(text) {
  const file = parse(text, { merge: true });
  if (!isValid(file))
    return isValid.errors.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  return Object.entries(file.services).flatMap(([name, service]) => serviceProblems(name, service, file));
}

function serviceProblems(name, service, file) {
  if (service.extends) return [];
  const rules = [
    ['has a root file system that can be written', service.read_only === true],
    ['keeps capabilities', service.cap_drop?.includes('ALL')],
    ['may gain privileges', service.security_opt?.includes('no-new-privileges:true')],
    ['has no pinned image', /:[\w.-]*\d[\w.-]*$/u.test(service.image ?? '')],
    ['mounts a volume that is not declared', (service.volumes ?? []).every((volume) => isDeclared(volume, file))],
    [
      'waits for a service that is not there',
      Object.keys(service.depends_on ?? {}).every((other) => other in file.services),
    ],
  ];
  return rules.filter(([, isKept]) => !isKept).map(([problem]) => `${name} ${problem}`);
}

function isDeclared(volume, { volumes = {} }) {
  const [source] = volume.split(/:(?=\/)/u);
  return /^[./$]/u.test(source) || source in volumes;
}

/** Variables without which Compose refuses to start. */
export function requiredVariables(text) {
  return [...new Set([...text.matchAll(/\$\{(\w+):\?/gu)].map(([, name]) => name))].sort();
}

/**
 * What is wrong with a Dockerfile whose context is `root`.
 * @param ignored true for a path that the context leaves out
 * @returns {string[]}
 */
export function dockerfileProblems(text, root, ignored = ignoreRules(root)) {
  const dockerfile = DockerfileParser.parse(text);
  const all = dockerfile.getInstructions();
  const last = all.slice(all.findLastIndex((one) => one.getKeyword() === 'FROM'));
  return [...copyProblems(dockerfile, root, ignored), ...stageProblems(last), ...wordProblems(all)];
}

function copyProblems(dockerfile, root, ignored) {
  const stages = dockerfile.getFROMs().map((from) => from.getBuildStage());
  return dockerfile.getCOPYs().flatMap((copy) => {
    const from = copy
      .getFlags()
      .find((flag) => flag.getName() === 'from')
      ?.getValue();
    if (from !== undefined) return stages.includes(from) ? [] : [`COPY from a stage that is not there: ${from}`];
    const sources = copy.getArguments().map(String).slice(0, -1);
    return sources
      .filter((source) => globSync(source, { cwd: root }).length === 0 || ignored(source))
      .map((source) => `COPY of what is not there: ${source}`);
  });
}

function stageProblems(instructions) {
  const valuesOf = (keyword) =>
    instructions.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '');
  const user = valuesOf('USER').at(-1) ?? 'root';
  const labels = valuesOf('LABEL').join(' ');
  const rules = [
    ['The program runs as root', !/^(root|0)(:|$)/u.test(user)],
    ['There is no HEALTHCHECK', valuesOf('HEALTHCHECK').some((check) => /CMD \[/u.test(check))],
    ['The HEALTHCHECK wants a program that is not there', !/curl|wget/u.test(valuesOf('HEALTHCHECK').join())],
    ['A shell stands between SIGTERM and the program', /^\[/u.test(valuesOf('CMD').at(-1) ?? '')],
    [
      'There are no labels',
      ['title', 'version', 'licenses'].every((name) => labels.includes(`org.opencontainers.image.${name}=`)),
    ],
  ];
  return rules.filter(([, isKept]) => !isKept).map(([problem]) => problem);
}

const KNOWN = new Set('ARG FROM WORKDIR COPY RUN LABEL ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD'.split(' '));

function wordProblems(instructions) {
  return instructions
    .filter((one) => !KNOWN.has(one.getKeyword()))
    .map((one) => `Unknown instruction: ${one.getInstruction()}`);
}

/** The rules of `.dockerignore` as far as ours go: everything, then what is not ignored by its path or a folder of it. */
function ignoreRules(root) {
  const lines = readFileSync(`${root}/.dockerignore`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const kept = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  return (path) => !kept.some((one) => path === one || path.startsWith(`${one}/`));
}
