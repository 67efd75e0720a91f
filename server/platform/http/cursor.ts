import { validationFailed } from '../errors/app-error.js';

/** An opaque cursor of the keys that the last item of a page is sorted by. */
export function writeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The keys of a cursor that `writeCursor` made.
 * @param shape one type a key, as `['string', 'number']`
 * @throws AppError `validation_failed` at `cursor` when it is not one of ours
 */
export function readCursor(cursor: string, shape: readonly ('string' | 'number')[]): (string | number)[] {
  const keys = parse(cursor);
  const isOurs =
    Array.isArray(keys) && keys.length === shape.length && keys.every((key, index) => typeof key === shape[index]);
  if (!isOurs)
    throw validationFailed([{ field: 'cursor', code: 'invalid', message: 'This cursor is not one of ours.' }]);
  return keys as (string | number)[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
