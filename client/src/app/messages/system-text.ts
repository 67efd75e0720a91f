import type { Message } from '#contracts/message.dto.js';

/** What a system message says in the reader's language; the server's English where the code is not known. */
export function systemText({ system, text }: Message): string {
  if (system?.code === 'room_created') {
    const { ownerName = '', roomName = '' } = system.params;
    return `Congratulations to ${ownerName} for creating a new chatroom named ${roomName}.`;
  }
  return text;
}
