import type { DestinationStream } from 'pino';

const WORDS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

interface Entry {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly context?: string;
  readonly err?: { readonly message: string; readonly stack?: string };
}

/** One log entry as a person reads it. */
export function terminalLine(json: string): string {
  const { level, time, msg, context, err } = JSON.parse(json) as Entry;
  const clock = new Date(time).toTimeString().slice(0, 8);
  const where = context === undefined ? '' : `${context}: `;
  const why = err === undefined ? '' : `\n${err.stack ?? err.message}`;
  return `${clock} ${WORDS[level] ?? String(level)} ${where}${msg ?? ''}${why}\n`;
}

/** For a start in a terminal. */
export const terminal: DestinationStream = {
  write(json) {
    process.stdout.write(terminalLine(json));
  },
};
