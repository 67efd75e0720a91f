import { LIMITS } from '#contracts/limits.js';
import { cleanName, countCodePoints } from '#contracts/text.js';

/** Longer endings are no endings but part of the name. */
const LONGEST_ENDING = 20;
const NAMELESS = 'file';

/**
 * The name of an upload as it is stored: without folders, control characters and bidi overrides, at most 255 code
 * points with its ending kept, never empty and never a step in a path.
 */
export function cleanFileName(given: string): string {
  const name = cleanName(given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1));
  if (/^\.*$/u.test(name)) return NAMELESS;
  if (countCodePoints(name) <= LIMITS.attachmentName) return name;
  const ending = endingOf(name);
  const letters = [...name.slice(0, name.length - ending.length)];
  return letters.slice(0, LIMITS.attachmentName - countCodePoints(ending)).join('') + ending;
}

/** The name with another ending, as `.jpg`. */
export function withEnding(name: string, ending: string): string {
  return cleanFileName(name.slice(0, name.length - endingOf(name).length) + ending);
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  return countCodePoints(ending) <= LONGEST_ENDING ? ending : '';
}
