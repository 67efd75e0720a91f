import type { Row } from './rows';

/** Rows `from` up to but not including `to`, by their place among all. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is on screen, in pixels from the top of the first row. */
export interface View {
  readonly top: number;
  readonly height: number;
}

/** In place of rows that are not drawn: as high as they are. */
export interface Gap {
  kind: 'gap';
  key: string;
  height: number;
}

export type Drawn = Row | Gap;

/** Rows drawn around what is on screen, besides the few that are held. */
const MOST = 120;
/** Rows drawn anew at a time at each end: what one frame has time for. */
const STEP = 6;
/** Rows too many that may stay at an end, so that not every pixel takes one away. */
const SLACK = 10;

/**
 * What is to be drawn next: what is on screen, then as many rows above and below it, some at a time.
 * @param heights of all rows, in pixels
 */
export function nextRange(heights: readonly number[], drawn: Range, view: View): Range {
  const seen = rowsBetween(heights, view.top, view.top + view.height);
  if (seen.to <= drawn.from || seen.from >= drawn.to) return cut(seen, 2 * STEP);
  const spare = Math.max(0, Math.floor((MOST - (seen.to - seen.from)) / 2));
  const wanted = { from: Math.max(0, seen.from - spare), to: Math.min(heights.length, seen.to + spare) };
  const isSeen = seen.from >= drawn.from && seen.to <= drawn.to;
  const [goal, step] = isSeen ? [wanted, STEP] : [seen, 2 * STEP];
  const [above, below] = [Math.max(goal.from, drawn.from - step), Math.min(goal.to, drawn.to + step)];
  return {
    from: wanted.from > drawn.from + SLACK ? wanted.from : Math.min(drawn.from, above),
    to: wanted.to < drawn.to - SLACK ? wanted.to : Math.max(drawn.to, below),
  };
}

function cut({ from, to }: Range, most: number): Range {
  return { from, to: Math.min(to, from + most) };
}

/** As many rows as fill so many pixels above and below the beginning of one of them. */
export function rowsAround(heights: readonly number[], index: number, above: number, below: number): Range {
  const top = heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  return rowsBetween(heights, top - above, top + below);
}

/** The rows that are drawn, and gaps in place of the others. @param isHeld which are drawn wherever they are */
export function withGaps(
  rows: readonly Row[],
  { from, to }: Range,
  heightOf: (row: Row) => number,
  isHeld: (row: Row) => boolean,
): Drawn[] {
  // The day of what is on screen stays at its top.
  const day = rows.findLastIndex(({ kind }, index) => kind === 'day' && index <= from);
  const drawn: Drawn[] = [];
  let gap: Gap | undefined;
  for (const [index, row] of rows.entries()) {
    if ((index >= from && index < to) || index === day || isHeld(row)) {
      drawn.push(row);
      gap = undefined;
    } else if (gap === undefined) {
      gap = { kind: 'gap', key: `gap ${drawn.filter(({ kind }) => kind === 'gap').length}`, height: heightOf(row) };
      drawn.push(gap);
    } else gap.height += heightOf(row);
  }
  return drawn;
}

/** Those of which something is between two heights; at least the nearest one. */
function rowsBetween(heights: readonly number[], top: number, bottom: number): Range {
  const last = Math.max(0, heights.length - 1);
  let [edge, from, to] = [0, 0, 0];
  for (const [index, height] of heights.entries()) {
    if (edge + height <= top) from = index + 1;
    if (edge < bottom) to = index + 1;
    edge += height;
  }
  from = Math.min(from, last);
  return { from, to: Math.min(heights.length, Math.max(to, from + 1)) };
}
