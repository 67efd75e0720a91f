/** What one check found. */
export interface CheckResult {
  name: string;
  /** Rows or files that it looked at. */
  looked: number;
  faults: number;
  /** Ids of the first few faulty ones. */
  first: string[];
}

/** As many faulty ids of one check are named. */
export const MOST_NAMED = 5;

/** Collects what a check that goes file by file finds, and no more than it names. */
export class CheckCounter implements CheckResult {
  looked = 0;
  faults = 0;
  readonly first: string[] = [];

  constructor(readonly name: string) {}

  addFaults(ids: readonly string[]): void {
    this.faults += ids.length;
    this.first.push(...ids.slice(0, MOST_NAMED - this.first.length));
  }
}

const WIDTHS = { name: 50, looked: 12, faults: 9 };

export const TABLE_HEAD = line('Check', 'Looked at', 'Faults', 'First of them');

/** A line of the table. */
export function tableLine({ name, looked, faults, first }: CheckResult): string {
  return line(name, String(looked), String(faults), first.join(' '));
}

function line(name: string, looked: string, faults: string, first: string): string {
  return `${name.padEnd(WIDTHS.name)}${looked.padStart(WIDTHS.looked)}${faults.padStart(WIDTHS.faults)}  ${first}`.trimEnd();
}
