/** The value that `share` of the sorted values do not exceed. @param {ArrayLike<number>} sorted @param {number} share 0 to 1 */
export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param {number[]} values */
export function median(values) {
  return percentile(
    [...values].sort((one, other) => one - other),
    0.5,
  );
}

/** p50, p95 and p99 of times in milliseconds, rounded to a tenth. @param {ArrayLike<number>} times */
export function spread(times) {
  const sorted = Float64Array.from(times).sort();
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(percentile(sorted, share)));
  return { p50, p95, p99 };
}

/** To `digits` places. */
export function round(value, digits = 1) {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : value;
}

/** Messages that did not come as they must: each once, in its order, to everybody. */
export const faultsOf = ({ lost, twice, disordered, refused = 0 }) => lost + twice + disordered + refused;

const GOOD_P99_MS = 200;

/** Whether a server holds a rate: every message as it must come, and soon. */
export const holds = (result) => faultsOf(result) === 0 && result.p99 < GOOD_P99_MS;

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
