// What every commit passes: npm run check, or npm run check -- lint sizes for some of it.
import { CHECK_STEPS } from './stages/check-steps.mjs';
import { endWithUs } from './stages/run-command.mjs';
import { runSteps } from './stages/run-steps.mjs';

endWithUs();
const wanted = process.argv.slice(2);
const steps =
  wanted.length > 0 ? CHECK_STEPS.filter(({ name }) => wanted.some((word) => name.includes(word))) : CHECK_STEPS;
const { passed, failed } = await runSteps(steps, 2);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
