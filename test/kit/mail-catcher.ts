import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { eventually } from './eventually.js';

/** A mail that arrived. */
export interface CaughtMail {
  to: string;
  mail: Email;
}

/** A real SMTP server on a free port that keeps what it is sent. */
export class MailCatcher {
  readonly caught: CaughtMail[] = [];
  /** What the next mails are refused with, as `550`; undefined takes them. */
  refuseWith: number | undefined;
  /** How often somebody wanted to leave a mail. */
  tries = 0;

  private constructor(
    private readonly server: SMTPServer,
    private readonly port: number,
  ) {}

  static async start(): Promise<MailCatcher> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      onAuth: ({ username }, _session, done) => done(null, { user: username }),
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => done(catcher.refusal(address)),
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo.map(({ address }) => address).join();
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
            catcher.caught.push({ to, mail });
            done();
          });
        });
      },
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const catcher = new MailCatcher(server, (server.server.address() as AddressInfo).port);
    return catcher;
  }

  /** What the program is told. */
  get variables(): Record<string, string> {
    return { SMTP_URL: `smtp://127.0.0.1:${this.port}`, MAIL_FROM: 'Roomers <chat@example.test>' };
  }

  /** The mails to an address so far, the first first. */
  to(address: string): Email[] {
    return this.caught.filter(({ to }) => to.toLowerCase() === address.toLowerCase()).map(({ mail }) => mail);
  }

  /** Waits for the nth mail to an address. */
  async waitFor(address: string, count = 1): Promise<Email> {
    return eventually(() => {
      const mail = this.to(address)[count - 1];
      if (!mail) throw new Error(`${this.to(address).length} mails came to ${address}, not ${count}`);
      return mail;
    });
  }

  /** Waits for the nth mail to an address and gives the code in it. */
  async codeFor(address: string, count = 1): Promise<string> {
    const { text = '' } = await this.waitFor(address, count);
    const code = /^ +(\d{6})$/mu.exec(text)?.[1];
    if (code === undefined) throw new Error(`There is no code in:\n${text}`);
    return code;
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }

  private refusal(address: string): Error | null {
    this.tries += 1;
    const { refuseWith } = this;
    return refuseWith === undefined
      ? null
      : Object.assign(new Error(`No such ${address}`), { responseCode: refuseWith });
  }
}
