import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { excerptOf } from './excerpt.js';
import type { AttachedRecord, MessageRecord } from './message-record.js';

function presentAttached(file: AttachedRecord): Attachment {
  const address = `/api/files/attachments/${file.id}`;
  return {
    id: file.id,
    name: file.name,
    mime: file.mime,
    size: file.size,
    ...(file.width !== null && file.height !== null && { width: file.width, height: file.height }),
    ...(file.alt !== null && { alt: file.alt }),
    url: `${address}/${encodeURIComponent(file.name)}`,
    ...(file.hasThumbnail && { thumbnailUrl: `${address}/thumbnail` }),
    state: file.state,
  };
}

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
    attachments: isLive ? (record.attached ?? []).map(presentAttached) : [],
    reactions: [],
    ...(isLive && presentLive(record)),
  };
}

function presentLive({ system, editedAt, quoted }: MessageRecord): Partial<Message> {
  return {
    ...(system && { system }),
    ...(editedAt && { editedAt: editedAt.toISOString() }),
    ...(quoted && {
      replyTo: { id: quoted.id, seq: quoted.seq, authorId: quoted.authorId, excerpt: excerptOf(quoted.text) },
    }),
  };
}
