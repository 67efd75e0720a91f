import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';

const UNKNOWN = 'application/octet-stream';
/** How much of a file must be text for it to be one. */
const TEXT_SAMPLE = 64 * 1024;
const NOT_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

/** Shown in the page; everything else is downloaded. None of them can carry a script. */
const INLINE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

/** True for media types that a browser may show under our address. */
export function isInline(mime: string): boolean {
  return INLINE.has(mime);
}

/** The media type of a file by its content; its name does not count. Pages and drawings in text are plain text. */
export async function detectMediaType(path: string): Promise<string> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found) return found.mime;
  return (await isText(path)) ? 'text/plain' : UNKNOWN;
}

async function isText(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TEXT_SAMPLE), 0, TEXT_SAMPLE, 0);
    // The sample may end inside a character, which `stream` allows.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true });
    return !NOT_TEXT.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await handle.close();
  }
}
