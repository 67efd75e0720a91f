import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { plainWords } from '../messages/plain-words';
import { systemWords } from '../messages/system-text';

/** What a message says, in one line without markup; of a message without text, what it shared. */
export function wordsOf(message: Message): string {
  if (message.state !== 'live') return message.state === 'recalled' ? 'Message recalled' : 'Message removed';
  if (message.kind === 'system') return systemWords(message);
  return plainWords(message.text) || sharedBy(message.attachments);
}

function sharedBy(attachments: readonly Attachment[]): string {
  const [first] = attachments;
  if (first === undefined) return '';
  const areImages = attachments.every(({ mime }) => mime.startsWith('image/'));
  if (attachments.length > 1) return `shared ${attachments.length} ${areImages ? 'images' : 'files'}`;
  return areImages ? 'shared an image' : `shared ${first.name}`;
}
