// Everything, as a build server runs it: npm test. npm test -- browser runs the stages of that name only.
import { buildIfStale } from '../server/launch/prepare/build.mjs';
import { CHECK_STEPS } from './stages/check-steps.mjs';
import { jestStep, patientJestStep } from './stages/jest-step.mjs';
import { endWithUs, runNode } from './stages/run-command.mjs';
import { add, commandStep, runSteps } from './stages/run-steps.mjs';
import { toolsStep } from './stages/tools.mjs';

const jest = (name, ...words) => ({ name, run: () => jestStep(['--selectProjects', name, ...words]) });
const build = (name) =>
  commandStep(`build of the ${name}`, async () => {
    const { isBuilt, output } = await buildIfStale(name);
    return { code: isBuilt ? 0 : 1, output };
  });

/**
 * In order; the steps of a stage may run side by side.
 * `budget`: seconds on two quiet cores, half an hour in all; a stage beyond its own is named.
 */
const STAGES = [
  { name: 'tools', budget: 30, steps: [{ name: 'tools', run: toolsStep }] },
  { name: 'build', budget: 40, steps: [build('server'), build('client')] },
  { name: 'check', budget: 190, steps: CHECK_STEPS },
  { name: 'launch', budget: 80, steps: [jest('launch', '--maxWorkers', '2')] },
  { name: 'api', budget: 520, steps: [jest('api', '--maxWorkers', '3')] },
  { name: 'chaos', budget: 45, steps: [jest('chaos', '--runInBand')] },
  {
    name: 'browser',
    budget: 750,
    steps: [{ name: 'browser', run: () => patientJestStep(['--selectProjects', 'browser', '--passWithNoTests']) }],
  },
  {
    name: 'size and docs',
    budget: 10,
    steps: [
      commandStep('bundle size', () => runNode(['test/checks/bundle-size.mjs'])),
      commandStep('docs', () => runNode(['test/checks/docs.mjs'])),
    ],
  },
];

endWithUs();
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const begun = Date.now();
const times = [];
for (const { name, budget, steps } of STAGES.filter(
  (stage) => wanted.length === 0 || wanted.some((word) => stage.name.includes(word)),
)) {
  const since = Date.now();
  console.log(`\n== ${name}`);
  add(total, await runSteps(steps, 2));
  const seconds = Math.round((Date.now() - since) / 1000);
  times.push(`${name} ${seconds} s${seconds > budget ? ` (over its ${budget} s)` : ''}`);
}
console.log(
  `\n${times.join(' · ')} · all ${((Date.now() - begun) / 1000).toFixed(0)} s${total.skipped ? ` · ${total.skipped} skipped` : ''}`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
