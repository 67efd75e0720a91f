import type { Draft, StoredRow } from './message-batch.repository.js';
import type { MessageRecord } from './message-record.js';

/** A message as it was stored just now. */
export function recordOf(draft: Draft, row: StoredRow): MessageRecord {
  const { id, postId, roomId, authorId, clientId, text, system } = draft;
  const { seq, rev, createdAt, quoted, attached } = row;
  const kind = system ? 'system' : 'text';
  return {
    id,
    postId,
    roomId,
    authorId,
    clientId,
    text,
    system,
    kind,
    seq,
    rev,
    createdAt,
    quoted,
    attached,
    state: 'live',
    editedAt: null,
  };
}
