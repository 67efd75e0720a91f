import { pinyin } from 'pinyin-pro';
import { LIMITS } from '#contracts/limits.js';
import { fold } from '#contracts/search-key.js';
import { isId } from '../platform/ids/ids.js';

const HAN = /\p{Script=Han}+/gu;

function romanise(han: string): string {
  return pinyin(han, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).join('');
}

/**
 * The readable address of a name: Han characters as toneless pinyin joined together (ü as `v`), Latin letters without case
 * and accents, everything else one `-`, none at the ends. Empty when nothing is left. 机器学习 → `jiqixuexi`.
 */
export function slugify(name: string): string {
  return fold(name.normalize('NFKC').replace(HAN, romanise))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** `base` with its number, cut so that both fit: the second is `base-2`. */
export function numbered(base: string, number: number): string {
  const suffix = number === 1 ? '' : `-${String(number)}`;
  return base.slice(0, LIMITS.slug - suffix.length).replace(/-$/u, '') + suffix;
}

/** True for what `slugify` could have made and no address could mistake for an id. */
export function isSlug(text: string): boolean {
  return text.length <= LIMITS.slug && /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(text) && !isId(text);
}

/** True for what may be looked up as a slug, in any case; anything else names nothing. */
export function isAddress(text: string): boolean {
  return /^[a-z0-9-]{1,64}$/iu.test(text);
}

/** What a slug is tried with, in order: the name's, then numbered; a short random one when the name leaves nothing. */
export function* slugCandidates(name: string, reserved: readonly string[] = []): Generator<string, never> {
  const base = slugify(name) || randomSlug();
  for (let number = 1; ; number += 1) {
    const candidate = numbered(base, number);
    if (!isId(candidate) && !reserved.includes(candidate)) yield candidate;
  }
}

function randomSlug(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(8)),
    (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31],
  ).join('');
}
