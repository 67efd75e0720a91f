import { jestStep } from './jest-step.mjs';
import { runNode } from './run-command.mjs';
import { commandStep } from './run-steps.mjs';

const program = (name, path, ...args) => commandStep(name, () => runNode([`node_modules/${path}`, ...args]));

/** Everything that needs neither a browser nor a built client, the slowest first. */
export const CHECK_STEPS = [
  { name: 'unit', run: () => jestStep(['--selectProjects', 'server', 'checks', 'client', '--maxWorkers', '2']) },
  // No cache: a type that changed in one file makes faults in others, which a cache would pass over.
  program('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  program(
    'client types',
    '@angular/compiler-cli/bundles/src/bin/ngc.js',
    '-p',
    'client/tsconfig.spec.json',
    '--noEmit',
  ),
  program('server types', 'typescript/bin/tsc', '-p', 'test/tsconfig.json'),
  program('browser test types', 'typescript/bin/tsc', '-p', 'test/browser/tsconfig.json'),
  program('client test types', 'typescript/bin/tsc', '-p', 'test/client/tsconfig.json'),
  program(
    'format',
    'prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ),
  program('dead code', 'knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  program(
    'dependency rules',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'server',
    'client/src',
    'libs',
  ),
  ...['sizes', 'texts'].map((name) => ({
    name,
    run: async () => {
      const { code, output } = await runNode([`test/checks/${name}.mjs`]);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, note: output };
    },
  })),
];
