import { LIMITS } from '#contracts/limits.js';
import { cleanName, countCodePoints } from '#contracts/text.js';
import { t } from '../language/texts';
import { isSameTag } from './post-order';

/** A tag as it is kept: without a leading `#` and spaces at the ends. */
export function cleanTag(text: string): string {
  return cleanName(text).replace(/^#+/u, '').trim();
}

/** What commas part, those of Chinese writing among them; one part when there is none. */
export function splitTags(text: string): string[] {
  return text.split(/[,，、]/u);
}

/** Why a tag cannot be added; empty when it can, or is there already. */
export function refusalOf(tag: string, tags: readonly string[]): string {
  if (tag === '' || tags.some((present) => isSameTag(present, tag))) return '';
  if (tags.length >= LIMITS.tagsPerPost) return t('posts.tooManyTags', { count: LIMITS.tagsPerPost });
  return countCodePoints(tag) > LIMITS.tag.max ? t('posts.tagTooLong', { count: LIMITS.tag.max }) : '';
}

/** The tags with one more, unless it is there already in any case. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const isThere = tag === '' || tags.some((present) => isSameTag(present, tag));
  return isThere ? [...tags] : [...tags, tag];
}

/** A name in three parts, of which the middle one is what was looked for; empty when it is not in it. */
export function markMatch(name: string, text: string): { before: string; match: string; after: string } {
  const at = name.toLowerCase().indexOf(text.toLowerCase());
  // In some languages a letter in another case has another length: then nothing is marked.
  if (at < 0 || name.length !== name.toLowerCase().length) return { before: name, match: '', after: '' };
  const end = at + text.length;
  return { before: name.slice(0, at), match: name.slice(at, end), after: name.slice(end) };
}
