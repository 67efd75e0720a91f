/** A piece of two texts: of both, or only of the one before or after. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A word in Latin letters is one piece, so is a Chinese character. */
const PIECES = /[\p{Script=Latin}\p{M}\p{N}'’]+|\s+|./gsu;
/** Beyond so many pairs of pieces the changed middle is shown as a whole. */
const MOST_PAIRS = 4_000_000;

/** What makes a text into another, word by word. */
export function diffTexts(before: string, after: string): DiffPart[] {
  const [old, next] = [before.match(PIECES) ?? [], after.match(PIECES) ?? []];
  const start = sameFrom(old, next);
  const end = sameTo(old, next, start);
  const [oldMiddle, nextMiddle] = [old.slice(start, old.length - end), next.slice(start, next.length - end)];
  return joined([
    ...old.slice(0, start).map(same),
    ...middle(oldMiddle, nextMiddle),
    ...old.slice(old.length - end).map(same),
  ]);
}

const same = (text: string): DiffPart => ({ kind: 'same', text });
const removed = (text: string): DiffPart => ({ kind: 'removed', text });
const added = (text: string): DiffPart => ({ kind: 'added', text });

function sameFrom(old: readonly string[], next: readonly string[]): number {
  let count = 0;
  while (count < old.length && count < next.length && old[count] === next[count]) count += 1;
  return count;
}

function sameTo(old: readonly string[], next: readonly string[], start: number): number {
  let count = 0;
  const most = Math.min(old.length, next.length) - start;
  while (count < most && old.at(-1 - count) === next.at(-1 - count)) count += 1;
  return count;
}

/** Along the longest common subsequence. */
function middle(old: readonly string[], next: readonly string[]): DiffPart[] {
  if (old.length * next.length > MOST_PAIRS) return [...old.map(removed), ...next.map(added)];
  const lengths = commonLengths(old, next);
  const parts: DiffPart[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < next.length) {
    const [piece, other] = [old[at], next[to]];
    if (piece !== undefined && piece === other) {
      parts.push(same(piece));
      at += 1;
      to += 1;
    } else if (
      piece !== undefined &&
      (other === undefined || lengthAt(lengths, at + 1, to) >= lengthAt(lengths, at, to + 1))
    ) {
      parts.push(removed(piece));
      at += 1;
    } else {
      parts.push(added(other ?? ''));
      to += 1;
    }
  }
  return parts;
}

/** `[at][to]`: how many pieces the rests from there have in common. */
function commonLengths(old: readonly string[], next: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = next.length - 1; to >= 0; to -= 1) {
      const row = lengths[at];
      if (row === undefined) continue;
      row[to] =
        old[at] === next[to]
          ? lengthAt(lengths, at + 1, to + 1) + 1
          : Math.max(lengthAt(lengths, at + 1, to), lengthAt(lengths, at, to + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint16Array[], at: number, to: number): number {
  return lengths[at]?.[to] ?? 0;
}

/** Pieces of a kind that follow each other as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = all.at(-1);
    if (last?.kind === kind) last.text += text;
    else all.push({ kind, text });
  }
  return all;
}
