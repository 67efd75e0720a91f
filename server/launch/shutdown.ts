const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// In a terminal one Ctrl-C arrives twice: from the terminal and from npm.
const SAME_PRESS_MS = 1_000;

/** One thing that must end, and how long it may take. */
export interface ShutdownStep {
  readonly name: string;
  readonly withinMs: number;
  readonly run: () => Promise<void> | void;
}

/** Calls `onFirst` at the first signal and `onSecond` at one that comes later, as a second Ctrl-C does. */
export function onSignals(onFirst: () => void, onSecond: () => void): void {
  let firstAt: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstAt === undefined) {
        firstAt = Date.now();
        onFirst();
      } else if (Date.now() - firstAt > SAME_PRESS_MS) {
        onSecond();
      }
    });
  }
}

/** Runs the steps in order, each within its time; one that fails or hangs does not keep the next from running. */
export async function runShutdown(steps: readonly ShutdownStep[], report: (problem: string) => void): Promise<boolean> {
  let isClean = true;
  for (const step of steps) {
    const problem = await outcome(step);
    if (problem === undefined) continue;
    isClean = false;
    report(`${step.name}: ${problem}`);
  }
  return isClean;
}

async function outcome(step: ShutdownStep): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      resolve(`not finished after ${String(step.withinMs / 1000)} s`);
    }, step.withinMs);
  });
  try {
    return await Promise.race([Promise.resolve(step.run()).then(() => undefined), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
