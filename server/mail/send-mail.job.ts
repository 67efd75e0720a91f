import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { Config } from '../platform/config/config.js';
import { Mailer } from '../platform/mail/mailer.js';
import { PostOffice } from './post-office.js';
import { writeMail } from './write-mail.js';

/** Hands a letter to the mail server. */
@JobHandler('send-mail')
export class SendMail implements JobWork<'send-mail'> {
  constructor(
    private readonly office: PostOffice,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  async run({ letter: sealed }: { letter: string }): Promise<void> {
    const { to, letter } = this.office.open(sealed);
    await this.mailer.send(writeMail(to, letter, this.config.publicUrl));
  }
}
