import type { Message } from '#contracts/message.dto.js';
import { presentAttachment } from '../attachments/attachment.presenter.js';
import { excerptOf } from './excerpt.js';
import type { MessageRecord } from './message-record.js';

/** A message as everybody who may read its post sees it; of one that was taken back only what numbers it. */
export function presentMessage(record: MessageRecord): Message {
  const isLive = record.state === 'live';
  const { id, postId, roomId, seq, rev, authorId, kind, state } = record;
  return {
    ...{ id, postId, roomId, seq, rev, authorId, kind, state },
    ...(record.clientId !== null && { clientId: record.clientId }),
    text: isLive ? record.text : '',
    createdAt: record.createdAt.toISOString(),
    mentions: [],
    attachments: isLive ? (record.attached ?? []).map(presentAttachment) : [],
    reactions: [],
    ...(isLive && presentLive(record)),
  };
}

function presentLive({ system, editedAt, quoted, forwarded }: MessageRecord): Partial<Message> {
  return {
    ...(system && { system }),
    ...(editedAt && { editedAt: editedAt.toISOString() }),
    ...(quoted && {
      replyTo: { id: quoted.id, seq: quoted.seq, authorId: quoted.authorId, excerpt: excerptOf(quoted.text) },
    }),
    ...(forwarded && { forwardedFrom: forwarded }),
  };
}
