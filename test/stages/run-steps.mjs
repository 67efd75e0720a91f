const MOST_LINES = 150;

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs steps, `width` at a time, and tells how each went as it ends.
 * A step is `{ name, run }`; `run` answers `{ passed, failed, skipped?, output }`.
 */
export async function runSteps(steps, width) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) add(total, await runStep(step));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return total;
}

/** A step that passes when the command ends well. */
export function commandStep(name, run) {
  return {
    name,
    run: async () => {
      const { code, output } = await run();
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

export function add(total, { passed, failed, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

async function runStep({ name, run }) {
  const begun = Date.now();
  const result = await run().catch((error) => ({ passed: 0, failed: 1, output: error.stack }));
  const mark = result.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(
    `${mark} ${name} (${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}, ${seconds(begun)})`,
  );
  const note = result.failed > 0 ? result.output : result.note;
  if (note) console.log(shortened(note));
  return result;
}

// The end of a long report is where the sum stands, and a build server's page has an end.
function shortened(text) {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= MOST_LINES) return lines.join('\n');
  return [`… ${lines.length - MOST_LINES} lines before`, ...lines.slice(-MOST_LINES)].join('\n');
}
