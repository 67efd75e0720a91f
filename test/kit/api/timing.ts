import { performance } from 'node:perf_hooks';

/** What a time would tell apart. */
export interface Medians {
  known: number;
  unknown: number;
}

/** Medians in milliseconds of two requests that take turns, each time another one first. */
export async function compareTimes(
  known: () => Promise<unknown>,
  unknown: () => Promise<unknown>,
  rounds: number,
): Promise<Medians> {
  const times: Record<keyof Medians, number[]> = { known: [], unknown: [] };
  const works = { known, unknown };
  for (let round = 0; round < rounds; round += 1) {
    const order = ['known', 'unknown'] as const;
    for (const which of round % 2 === 0 ? order : order.toReversed()) {
      const start = performance.now();
      await works[which]();
      times[which].push(performance.now() - start);
    }
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

function median(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
