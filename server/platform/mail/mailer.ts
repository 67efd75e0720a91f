import { Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Config } from '../config/config.js';
import type { MailAddress } from '../config/mail-address.js';

const PATIENCE_MS = 15_000;

/** One mail as it goes out. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands mail to the server that is configured. */
@Injectable()
export class Mailer {
  private transport?: Promise<Transporter>;

  constructor(private readonly config: Config) {}

  /** False when no mail can be sent. */
  get isOn(): boolean {
    return this.config.mail !== undefined;
  }

  /** Resolves when the server has taken the mail. @throws Error that says why not, without addresses and words of the mail */
  async send(mail: Mail): Promise<void> {
    const { mail: address } = this.config;
    if (!address) throw new Error('No mail can be sent: SMTP_URL is not set.');
    this.transport ??= connect(address);
    const transport = await this.transport;
    await transport.sendMail({ from: address.from, ...mail }).catch((error: unknown) => {
      throw new Error(`The mail server did not take it: ${reasonOf(error)}.`);
    });
  }
}

async function connect({ url }: MailAddress): Promise<Transporter> {
  // Who sends no mail does not pay for the package.
  const { createTransport } = await import('nodemailer');
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  return createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
}

/** The words of a server often repeat the address. */
function reasonOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: unknown; responseCode?: unknown; command?: unknown };
  const parts = [code, responseCode, command].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length > 0 ? parts.join(' ') : 'no reason given';
}
