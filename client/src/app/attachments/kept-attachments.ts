import type { Attachment } from '#contracts/attachment.dto.js';
import { keepText } from '../device/device-storage';

const keyOf = (userId: string, postId: string) => `roomers.draft-files.${userId}.${postId}`;

/** Files that were uploaded for a message of an earlier visit and not sent. The server keeps them a day. */
export function keptAttachments(userId: string, postId: string): readonly Attachment[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(userId, postId)) ?? '[]') as Attachment[];
  } catch {
    return [];
  }
}

/** Remembers them on this device, beside the draft of the text. Without room for it they are lost with the page. */
export function keepAttachments(userId: string, postId: string, attachments: readonly Attachment[]): void {
  const key = keyOf(userId, postId);
  if (!keepText(key, attachments.length === 0 ? '' : JSON.stringify(attachments))) localStorage.removeItem(key);
}
