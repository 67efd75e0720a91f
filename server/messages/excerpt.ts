const LENGTH = 140;

/** The first words of a text, on one line, for lists and quotes. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, LENGTH * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= LENGTH ? line : `${letters.slice(0, LENGTH - 1).join('')}…`;
}
