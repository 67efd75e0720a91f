import type { Attachment } from '#contracts/attachment.dto.js';
import type { AttachmentRecord } from './attachment-record.js';

/** A file as everybody who may see it sees it. */
export function presentAttachment(file: AttachmentRecord): Attachment {
  const address = `/api/files/attachments/${file.id}`;
  return {
    id: file.id,
    name: file.name,
    mime: file.mime,
    size: file.size,
    ...(file.width !== null && file.height !== null && { width: file.width, height: file.height }),
    ...(file.alt !== null && { alt: file.alt }),
    url: `${address}/${lastSegment(file.name)}`,
    ...(file.hasThumbnail && { thumbnailUrl: `${address}/thumbnail` }),
    state: file.state,
  };
}

// The name in the address is for people; a file called `thumbnail` must not lead to one.
function lastSegment(name: string): string {
  return name === 'thumbnail' ? 'file' : encodeURIComponent(name);
}
