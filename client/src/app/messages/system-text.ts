import type { Message } from '#contracts/message.dto.js';
import { isTextKey, type TextPart, textParts } from '../language/texts';

/** What a system message says in the reader's language, with its names apart; the server's English where the code is not known. */
export function systemParts({ system, text }: Pick<Message, 'system' | 'text'>): TextPart[] {
  const key = `system.${system?.code ?? ''}`;
  return system !== undefined && isTextKey(key) ? textParts(key, system.params) : [{ text }];
}

/** The same as one text. */
export function systemWords(message: Pick<Message, 'system' | 'text'>): string {
  return systemParts(message)
    .map(({ text }) => text)
    .join('');
}
