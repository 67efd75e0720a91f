const MOST_READ = 600;

/** A beginning of Markdown as plain words on one line. */
export function plainWords(markdown: string): string {
  return markdown
    .slice(0, MOST_READ)
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/gu, '$1')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|```\S*)/gmu, '')
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim();
}
