import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { systemParts } from '../messages/system-text';

const MOST_READ = 600;

/** What a message says, in one line without markup; of a message without text, what it shared. */
export function wordsOf(message: Message): string {
  if (message.state !== 'live') return message.state === 'recalled' ? 'Message recalled' : 'Message removed';
  if (message.kind === 'system')
    return systemParts(message)
      .map(({ text }) => text)
      .join('');
  return plainWords(message.text) || sharedBy(message.attachments);
}

/** A beginning of Markdown as plain words on one line. */
export function plainWords(markdown: string): string {
  return markdown
    .slice(0, MOST_READ)
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/gu, '$1')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|```\S*)/gmu, '')
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim();
}

function sharedBy(attachments: readonly Attachment[]): string {
  const [first] = attachments;
  if (first === undefined) return '';
  const areImages = attachments.every(({ mime }) => mime.startsWith('image/'));
  if (attachments.length > 1) return `shared ${attachments.length} ${areImages ? 'images' : 'files'}`;
  return areImages ? 'shared an image' : `shared ${first.name}`;
}
