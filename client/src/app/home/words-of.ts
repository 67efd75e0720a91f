import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import { textOf } from '../messages/message-facts';
import { plainWords } from '../messages/plain-words';
import { systemWords } from '../messages/system-text';

/** What a message says, in one line without markup; of a message without text, what it shared. */
export function wordsOf(message: Message): string {
  if (message.state !== 'live') return t(message.state === 'recalled' ? 'home.recalled' : 'home.removed');
  if (message.kind === 'system') return systemWords(message);
  return plainWords(textOf(message)) || sharedBy(message.attachments);
}

function sharedBy(attachments: readonly Attachment[]): string {
  const [first] = attachments;
  if (first === undefined) return '';
  const areImages = attachments.every(({ mime }) => mime.startsWith('image/'));
  const count = attachments.length;
  if (areImages) return t('home.sharedImages', { count });
  return count > 1 ? t('home.sharedFiles', { count }) : t('home.sharedFile', { name: first.name });
}
