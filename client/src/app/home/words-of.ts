import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { drawMarkdown } from '../messages/markdown';
import { systemWords } from '../messages/system-text';

const MOST_READ = 600;

/** What a message says, in one line without markup; of a message without text, what it shared. */
export function wordsOf(message: Message): string {
  if (message.state !== 'live') return message.state === 'recalled' ? 'Message recalled' : 'Message removed';
  if (message.kind === 'system') return systemWords(message);
  return plainWords(message.text) || sharedBy(message.attachments);
}

/** The beginning of a text as plain words on one line. */
export function plainWords(markdown: string): string {
  return drawMarkdown(markdown.slice(0, MOST_READ)).plain;
}

function sharedBy(attachments: readonly Attachment[]): string {
  const [first] = attachments;
  if (first === undefined) return '';
  const areImages = attachments.every(({ mime }) => mime.startsWith('image/'));
  if (attachments.length > 1) return `shared ${attachments.length} ${areImages ? 'images' : 'files'}`;
  return areImages ? 'shared an image' : `shared ${first.name}`;
}
