/** The letters on a file's tile, its hue and what the kind is called. */
export interface FileKind {
  letters: string;
  hue: number;
  label: string;
}

const HUES: Record<string, number> = {
  pdf: 4,
  csv: 6,
  xls: 6,
  xlsx: 6,
  zip: 3,
  gz: 3,
  tar: 3,
  doc: 2,
  docx: 2,
  md: 2,
  txt: 2,
};
const PLAIN_HUE = 5;

/** Told by the end of the name. */
export function fileKind(name: string): FileKind {
  const end = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (end === '') return { letters: 'FILE', hue: 7, label: 'File' };
  return { letters: end.slice(0, 4).toUpperCase(), hue: HUES[end] ?? PLAIN_HUE, label: end.toUpperCase() };
}

const TAIL = 8;

/** A name in two parts: the first may be cut short, the second keeps the extension. */
export function splitName(name: string): { head: string; tail: string } {
  const dot = name.lastIndexOf('.');
  const from = dot > 0 && name.length - dot <= TAIL ? Math.max(0, dot - 3) : Math.max(0, name.length - TAIL);
  return { head: name.slice(0, from), tail: name.slice(from) };
}
