/** An `ilike` pattern for values that hold the text anywhere; its own wildcards stand for themselves. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/gu, '\\$&')}%`;
}
