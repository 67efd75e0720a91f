import type { Message } from '#contracts/message.dto.js';

/** A piece of a sentence; names stand out. */
export interface SystemPart {
  text: string;
  isName: boolean;
}

/** What a system message says in the reader's language; the server's English where the code is not known. */
export function systemParts({ system, text }: Message): SystemPart[] {
  if (system?.code !== 'room_created') return [{ text, isName: false }];
  const { ownerName = '', roomName = '' } = system.params;
  return [
    { text: 'Congratulations to ', isName: false },
    { text: ownerName, isName: true },
    { text: ' for creating a new chatroom named ', isName: false },
    { text: roomName, isName: true },
    { text: '.', isName: false },
  ];
}

/** The same as one text. */
export function systemWords(message: Message): string {
  return systemParts(message)
    .map(({ text }) => text)
    .join('');
}
