const HUES = 8;

/** FNV-1a of a text as an unsigned 32-bit number: the same for everybody, so colours and patterns agree. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** The identity hue of a person or room, 1 to 8. */
export function hueOf(id: string): number {
  return 1 + (fnv1a(id) % HUES);
}
