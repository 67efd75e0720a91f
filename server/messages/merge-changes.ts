import type { Message } from '#contracts/message.dto.js';
import type { CommittedChange } from './message-record.js';

/** Changes of one post that follow each other as one: each message once, as the last of them left it. */
export function mergeChanges(changes: readonly [CommittedChange, ...CommittedChange[]]): CommittedChange {
  const [first] = changes;
  if (changes.length === 1) return first;
  const latest = new Map<string, Message>();
  for (const message of changes.flatMap(({ messages }) => messages)) {
    if ((latest.get(message.id)?.rev ?? 0) <= message.rev) latest.set(message.id, message);
  }
  const rev = Math.max(...changes.map((change) => change.rev));
  const lastSeq = Math.max(...changes.map((change) => change.lastSeq));
  return { ...first, rev, lastSeq, messages: [...latest.values()].sort((one, other) => one.seq - other.seq) };
}
