import { instantOf } from '#contracts/instant.js';
import { isUnstorableText } from '#contracts/text.js';
import { validationFailed } from '../errors/app-error.js';
import { isId } from '../ids/ids.js';

/** An opaque cursor of the keys that the last item of a page is sorted by. */
export function writeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** What a key of a cursor is. */
export type CursorKey = 'string' | 'id' | 'time' | 'number';

const IS: Record<CursorKey, (key: string) => boolean> = {
  string: (key) => !isUnstorableText(key),
  id: isId,
  time: (key) => instantOf(key) === key,
  // As large as the database's integers are.
  number: (key) => /^\d{1,9}$/u.test(key),
};

/**
 * The keys of a cursor that `writeCursor` made.
 * @param shape one type a key, as `['string', 'id']`
 * @throws AppError `validation_failed` at `cursor` when it is not one of ours
 */
export function readCursor(cursor: string, shape: readonly CursorKey[]): string[] {
  const keys = parse(cursor);
  const isOurs =
    Array.isArray(keys) &&
    keys.length === shape.length &&
    shape.every((type, index) => typeof keys[index] === 'string' && IS[type](keys[index]));
  if (!isOurs)
    throw validationFailed([{ field: 'cursor', code: 'invalid', message: 'This cursor is not one of ours.' }]);
  return keys as string[];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
