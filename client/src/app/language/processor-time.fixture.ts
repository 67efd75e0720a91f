const RUNS = 5;

/** Milliseconds of processor that a work takes, the least of some runs: others on the computer do not count. */
export function processorTime(work: () => unknown): number {
  const runs = Array.from({ length: RUNS }, () => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}
