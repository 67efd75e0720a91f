import type { Message } from '#contracts/message.dto.js';

/** Neither recalled nor removed. */
export function isLive({ state }: Message): boolean {
  return state === 'live';
}

/** What people wrote in it, its own words or those that it forwards; empty where there are none. */
export function textOf(message: Message): string {
  if (!isLive(message) || message.kind !== 'text') return '';
  return message.text || (message.forwardedFrom?.text ?? '');
}
