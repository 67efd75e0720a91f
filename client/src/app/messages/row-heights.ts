import type { Row } from './rows';

const DIVIDER_PX = 30;
const PADDING_PX = 10;
const WHO_PX = 31;
const LINE_PX = 23;
const LETTERS_A_LINE = 110;
const FILES_PX = 250;
const MOST_KEPT = 5_000;

/** How high the rows of a stream are, in pixels: as they were measured last, else about. */
export class RowHeights {
  private readonly measured = new Map<string, number>();

  of(row: Row): number {
    return this.measured.get(row.key) ?? about(row);
  }

  note({ key }: Row, height: number): void {
    this.measured.set(key, height);
    if (this.measured.size > MOST_KEPT) this.measured.delete(this.measured.keys().next().value ?? '');
  }
}

function about(row: Row): number {
  if (row.kind !== 'message') return DIVIDER_PX;
  const { text, isFirst, attachments } = row;
  const lines = text.split('\n').reduce((count, line) => count + 1 + Math.floor(line.length / LETTERS_A_LINE), 0);
  return PADDING_PX + (isFirst ? WHO_PX : 0) + lines * LINE_PX + (attachments.length > 0 ? FILES_PX : 0);
}
