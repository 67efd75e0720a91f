import { describe, expect, it } from '@jest/globals';
import { aMessage } from './message.fixture';
import { nextRange, type Range, rowsAround, type View, withGaps } from './row-window';
import { buildRows, type Row } from './rows';

const heights = (count: number, height = 40) => Array.from({ length: count }, () => height);
const VIEW: View = { top: 40_000, height: 800 };

/** Draws until nothing is left to do. */
function settled(all: readonly number[], drawn: Range, view: View): { range: Range; steps: number[] } {
  const steps: number[] = [];
  for (let range = drawn; ;) {
    const next = nextRange(all, range, view);
    if (next.from === range.from && next.to === range.to) return { range, steps };
    const isApart = next.from >= range.to || next.to <= range.from;
    steps.push(isApart ? next.to - next.from : Math.max(0, range.from - next.from) + Math.max(0, next.to - range.to));
    range = next;
  }
}

describe('the rows that are drawn', () => {
  it('are those on screen and as many more on each side as there may be, at last', () => {
    expect(settled(heights(100_000), { from: 1_000, to: 1_020 }, VIEW).range).toEqual({ from: 950, to: 1_070 });
  });

  it('come some at a time, those on screen first', () => {
    const { range, steps } = settled(heights(100_000), { from: 0, to: 60 }, VIEW);
    expect(range).toEqual({ from: 950, to: 1_070 });
    expect(Math.max(...steps)).toBeLessThanOrEqual(12);
    expect(nextRange(heights(100_000), { from: 0, to: 60 }, VIEW)).toEqual({ from: 1_000, to: 1_012 });
    expect(nextRange(heights(100_000), { from: 960, to: 1_005 }, VIEW)).toEqual({ from: 960, to: 1_017 });
  });

  it.each([25, 40, 4_000])('are never more than 140 when each is %i px high', (height) => {
    const all = heights(20_000, height);
    for (const top of [0, 5_000, all.length * height - 2_160, all.length * height]) {
      const { range } = settled(all, { from: 0, to: 5 }, { top, height: 2_160 });
      expect(range.to - range.from).toBeLessThanOrEqual(140);
      expect(range.to).toBeGreaterThan(range.from);
    }
  });

  it('stay as they are while one scrolls a little', () => {
    const { range } = settled(heights(1_000), { from: 0, to: 10 }, { top: 4_000, height: 800 });
    const below = settled(heights(1_000), range, { top: 4_300, height: 800 }).range;
    expect([below.from, below.to - range.to]).toEqual([range.from, 7]);
    expect(settled(heights(1_000), below, { top: 4_000, height: 800 }).range).toEqual(below);
  });

  it('are none where there are none', () => {
    expect(nextRange([], { from: 0, to: 0 }, VIEW)).toEqual({ from: 0, to: 0 });
  });

  it('fill a screen around one of them', () => {
    expect(rowsAround(heights(100), 50, 400, 800)).toEqual({ from: 40, to: 70 });
    expect(rowsAround(heights(100), 100, 800, 0)).toEqual({ from: 80, to: 100 });
  });
});

describe('rows with gaps', () => {
  const rows = buildRows(
    Array.from({ length: 20 }, (_, index) => aMessage({ seq: index + 1 })),
    [],
    'me',
    null,
  );
  const shape = (from: number, to: number, isHeld: (row: Row) => boolean = () => false) =>
    withGaps(rows, { from, to }, () => 10, isHeld).map((row) => (row.kind === 'gap' ? row.height : row.key));

  it('stand in for all that is not drawn, below the day of what is', () => {
    expect(shape(5, 7)).toEqual(['day 2026-06-03T09:01:00.000Z', 40, 'message-5', 'message-6', 140]);
  });

  it('leave what is held in its place', () => {
    const isHeld = ({ key }: Row) => key === 'message-1' || key === 'message-20';
    expect(shape(5, 7, isHeld).slice(1)).toEqual(['message-1', 30, 'message-5', 'message-6', 130, 'message-20']);
  });

  it('are as high as the rows, whatever is drawn', () => {
    for (let from = 0; from < rows.length; from += 3) {
      const drawn = withGaps(
        rows,
        { from, to: from + 4 },
        () => 10,
        () => false,
      );
      const height = drawn.reduce((sum, row) => sum + (row.kind === 'gap' ? row.height : 10), 0);
      expect([height, new Set(drawn.map(({ key }) => key)).size]).toEqual([rows.length * 10, drawn.length]);
    }
  });
});
