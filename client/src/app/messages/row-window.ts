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
const MOST = 110;
/** Rows drawn anew at a time at each end: what one frame has time for. */
const STEP = 10;
/** Rows too many that may stay at an end, so that not every pixel takes one away. */
const SLACK = 10;

/**
 * What is to be drawn next: what is on screen and about a screen more above and below it, some rows at a time.
 * @param heights of all rows, in pixels
 */
export function nextRange(heights: readonly number[], drawn: Range, view: View): Range {
  const seen = rowsBetween(heights, view.top, view.top + view.height);
  if (seen.to <= drawn.from || seen.from >= drawn.to)
    return { from: seen.from, to: Math.min(seen.to, seen.from + STEP) };
  const near = rowsBetween(heights, view.top - view.height, view.top + 2 * view.height);
  const spare = Math.max(0, Math.floor((MOST - (seen.to - seen.from)) / 2));
  const from = Math.max(near.from, seen.from - spare);
  const to = Math.min(near.to, seen.to + spare);
  return {
    from: from > drawn.from + SLACK ? from : Math.min(drawn.from, Math.max(from, drawn.from - STEP)),
    to: to < drawn.to - SLACK ? to : Math.max(drawn.to, Math.min(to, drawn.to + STEP)),
  };
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
