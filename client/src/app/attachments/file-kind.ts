import { t, type TextKey } from '../language/texts';

/** The letters on a file's tile, its hue and what the kind is called. */
export interface FileKind {
  letters: string;
  hue: number;
  label: string;
}

/** Files that one would put in the same drawer have the same colour. */
const FAMILIES: [hue: number, ends: RegExp, label?: TextKey][] = [
  [4, /^(?:pdf|ps|epub)$/],
  [6, /^(?:csv|tsv|xls|xlsx|ods|numbers|parquet)$/],
  [3, /^(?:zip|gz|tgz|tar|bz2|xz|zst|7z|rar)$/],
  [2, /^(?:doc|docx|odt|rtf|pages|md|txt|log)$/],
  [1, /^(?:ppt|pptx|odp|key)$/],
  [5, /^ipynb$/, 'attachments.notebook'],
  [5, /^(?:js|ts|py|rs|go|java|c|cpp|h|rb|php|sh|sql|json|yaml|yml|toml|xml|html|css)$/],
  [7, /^(?:png|jpg|jpeg|gif|webp|avif|svg|heic|bmp|tiff)$/, 'attachments.picture'],
  [8, /^(?:mp3|wav|ogg|flac|m4a|opus)$/, 'attachments.audio'],
  [8, /^(?:mp4|mov|webm|mkv|avi)$/, 'attachments.video'],
];
const LETTERS: Record<string, string> = { ipynb: 'NB' };
const MOST_LETTERS = 4;

/** Told by the end of the name. */
export function fileKind(name: string): FileKind {
  const end = /\.([a-z0-9]{1,7})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (end === '') return { letters: 'FILE', hue: 7, label: t('attachments.file') };
  const [hue, , label] = FAMILIES.find(([, ends]) => ends.test(end)) ?? [5];
  const letters = LETTERS[end] ?? end.slice(0, MOST_LETTERS).toUpperCase();
  return { letters, hue, label: label === undefined ? end.toUpperCase() : t(label) };
}

const TAIL = 8;

/** A name in two parts: the first may be cut short, the second keeps the extension. */
export function splitName(name: string): { head: string; tail: string } {
  const dot = name.lastIndexOf('.');
  const from = dot > 0 && name.length - dot <= TAIL ? Math.max(0, dot - 3) : Math.max(0, name.length - TAIL);
  return { head: name.slice(0, from), tail: name.slice(from) };
}
