/** Lists whose order means nothing, and which the compiler writes in any. */
const SETS = new Set(['enum', 'required']);

/** The same JSON with its keys and its sets in order, so that the same contract always gives the same file. */
export function inStableOrder<T>(document: T): T {
  return ordered(JSON.parse(JSON.stringify(document)), '') as T;
}

function ordered(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => ordered(item, ''));
    return SETS.has(key) ? items.toSorted((one, other) => compare(String(one), String(other))) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => compare(one, other));
  return Object.fromEntries(entries.map(([name, item]) => [name, ordered(item, name)]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
