import { Injectable } from '@nestjs/common';
import { JobQueue } from '../jobs/job-queue.js';
import { Clock } from '../platform/clock/clock.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Secrets } from '../platform/secrets/secrets.js';
import type { Addressee, Letter } from './letter.js';

/** A letter on its way. */
export interface Envelope {
  to: Addressee;
  letter: Letter;
  /** Milliseconds since 1970: afterwards it is not worth sending. */
  until?: number;
}

/** Sends letters, later and as often as it takes. */
@Injectable()
export class PostOffice {
  constructor(
    private readonly jobs: JobQueue,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** False when no mail can be sent: then `send` does nothing. */
  get isOpen(): boolean {
    return this.mailer.isOn;
  }

  /**
   * Leaves a letter for the job that sends it. Call it where nobody waits: in an `@AfterCommit` listener.
   * @param id of what the letter is about: the same letter left twice is sent once
   * @throws Error when the queue does not take it
   */
  async send(id: string, envelope: Envelope): Promise<void> {
    if (!this.isOpen) return;
    // Sealed: whoever looks into the queue reads neither codes nor addresses.
    await this.jobs.add('send-mail', id, { letter: this.secrets.seal(envelope) });
  }

  /** What `send` left. @throws Error when it is too late to send it */
  open(sealed: string): Envelope {
    const envelope = this.secrets.open(sealed) as Envelope;
    if (envelope.until !== undefined && envelope.until < this.clock.now())
      throw new Error('It is too late to send it.');
    return envelope;
  }
}
