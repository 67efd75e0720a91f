import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors/app-error.js';
import type { ByteRange, StoredFile } from '../storage/storage.js';

/** A file on its way to a reader. */
export interface FileAnswer {
  file: StoredFile;
  mime: string;
  /** What it is called when it is saved. */
  name: string;
  /** Whether a browser may show it; otherwise it saves it. */
  isInline: boolean;
}

/** Runs nothing and loads nothing, also when somebody opens the file as a page. The style is the browser's own for pictures. */
const POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/**
 * Answers with a file: all of it, a range, or 304 when the reader has it. Readers ask each time whether they still may.
 * @throws AppError `range_unsatisfiable`, `unavailable`
 */
export async function sendFile(request: Request, response: Response, answer: FileAnswer): Promise<void> {
  const { file } = answer;
  const etag = `"${file.tag}"`;
  if (hasIt(request, etag)) {
    await file.close();
    setCaching(response, etag);
    response.status(304).end();
    return;
  }
  const range = rangeOf(request, file.size, etag);
  if (range === 'unsatisfiable') {
    await file.close();
    response.set('Content-Range', `bytes */${String(file.size)}`);
    throw new AppError('range_unsatisfiable', 'The file has no such part.');
  }
  if (request.method === 'HEAD') {
    await file.close();
    setCaching(response, etag);
    setHeaders(response, answer, range);
    response.end();
    return;
  }
  // Before any header: a storage that is away is told as such.
  const content = await file.stream(range);
  setCaching(response, etag);
  setHeaders(response, answer, range);
  // A reader who leaves early is none of our errors.
  await pipeline(content, response).catch(() => undefined);
}

function setCaching(response: Response, etag: string): void {
  response.set({
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    Vary: 'Cookie, Authorization',
  });
}

/** Whether the reader has this state of the file (RFC 9110, 13.1.2). */
function hasIt(request: Request, etag: string): boolean {
  const known = request.get('if-none-match') ?? '';
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//u, '') === etag);
}

function setHeaders(
  response: Response,
  { file, mime, name, isInline }: FileAnswer,
  range: ByteRange | undefined,
): void {
  response.status(range ? 206 : 200);
  if (range) response.set('Content-Range', `bytes ${String(range.start)}-${String(range.end)}/${String(file.size)}`);
  response.set({
    'Content-Type': mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime,
    'Content-Length': String(range ? range.end - range.start + 1 : file.size),
    'Content-Disposition': `${isInline ? 'inline' : 'attachment'}; ${dispositionName(name)}`,
    'Content-Security-Policy': POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** One range, when that is what is asked for and the reader has no older state of the file; several get the whole. */
function rangeOf(request: Request, size: number, etag: string): ByteRange | 'unsatisfiable' | undefined {
  const condition = request.get('if-range');
  const ranges = condition === undefined || condition === etag ? request.range(size, { combine: true }) : undefined;
  if (ranges === -1) return 'unsatisfiable';
  const [range] = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges : [];
  return range && { start: range.start, end: range.end };
}

/** The name in a form that old programs read, and as it is (RFC 6266, RFC 8187). */
function dispositionName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
}
