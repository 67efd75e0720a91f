import { isIP } from 'node:net';
import type { Environment } from './environment.js';

/** The server that takes our mail, and who it comes from. */
export interface MailAddress {
  /** `smtp:` or `smtps:`, with name and password where the server wants them. */
  readonly url: string;
  /** As in a mail's head: `Roomers <chat@example.org>`. */
  readonly from: string;
}

/** What is missing among the variables of mail. */
export function mailProblems({ SMTP_URL, MAIL_FROM }: Environment): string[] {
  return MAIL_FROM !== undefined && SMTP_URL === undefined
    ? ['MAIL_FROM needs SMTP_URL: the server that takes the mail']
    : [];
}

/** Where mail goes; undefined when none is sent. */
export function mailAddress({ SMTP_URL, MAIL_FROM }: Environment, publicUrl: string): MailAddress | undefined {
  if (SMTP_URL === undefined) return undefined;
  return { url: SMTP_URL, from: MAIL_FROM ?? `Roomers <roomers@${nameOf(publicUrl)}>` };
}

function nameOf(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return isIP(hostname.replace(/^\[|\]$/gu, '')) ? 'localhost' : hostname;
}
