import { fieldError, notFound, validationFailed } from '../platform/errors/app-error.js';
import { REFUSED } from './message-batch.repository.js';

function stateOf(error: unknown): string {
  const cause = error as { code?: string; driverError?: { code?: string } };
  return cause.driverError?.code ?? cause.code ?? '';
}

/** True when a message itself made the statement fail, so that the others of its batch can be stored without it. */
export function isOwnFault(error: unknown): boolean {
  return /^(RM|22|23)/u.test(stateOf(error));
}

/** The error that the sender is told. What is not the message's own fault stays what it was. */
export function asRefusal(error: unknown): unknown {
  const state = stateOf(error);
  if (state === REFUSED.attachment) {
    return fieldError(
      'attachmentIds',
      'attachment_unusable',
      'A file is not yours, is in another message, or is gone. Attach it again.',
    );
  }
  if (state === REFUSED.quote) {
    return validationFailed([
      { field: 'replyToId', code: 'invalid', message: 'The message to answer is not in this post.' },
    ]);
  }
  // The foreign keys to post and author: gone meanwhile.
  if (state === REFUSED.post || state === '23503') return notFound();
  return error;
}
