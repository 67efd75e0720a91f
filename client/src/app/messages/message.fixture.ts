import type { Message } from '#contracts/message.dto.js';

/** A message for specs. */
export function aMessage(facts: Partial<Message> = {}): Message {
  const seq = facts.seq ?? 1;
  return {
    id: `message-${seq}`,
    postId: 'post',
    roomId: 'room',
    seq,
    rev: seq,
    authorId: 'greta',
    kind: 'text',
    text: `message ${seq}`,
    createdAt: new Date(Date.UTC(2026, 5, 3, 9, seq)).toISOString(),
    state: 'live',
    mentions: [],
    attachments: [],
    reactions: [],
    ...facts,
  };
}
