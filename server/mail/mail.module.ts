import { Global, Module } from '@nestjs/common';
import { Mailer } from '../platform/mail/mailer.js';
import { PostOffice } from './post-office.js';
import { SendMail } from './send-mail.job.js';

/** Mail to people: what it says, and how it gets to them. */
@Global()
@Module({ providers: [Mailer, PostOffice, SendMail], exports: [PostOffice] })
export class MailModule {}
