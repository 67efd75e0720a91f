import { drawMarkdown } from './markdown';

const MOST_READ = 600;

/** The beginning of a text as plain words on one line. */
export function plainWords(markdown: string): string {
  return drawMarkdown(markdown.slice(0, MOST_READ)).plain;
}
