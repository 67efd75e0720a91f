import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import type { Addressee, Letter } from '../mail/letter.js';
import { PostOffice } from '../mail/post-office.js';
import { Secrets } from '../platform/secrets/secrets.js';
import { UsersService } from '../users/users.service.js';
import { EmailCodeIssued } from './auth.events.js';
import type { IssuedCode } from './email-codes.service.js';

/** A code goes to whom it is for; only here it is looked up who that is, where nobody can see how long it takes. */
@AfterCommit(EmailCodeIssued)
export class MailCodeWhenEmailCodeIssued implements Listener<EmailCodeIssued> {
  constructor(
    private readonly office: PostOffice,
    private readonly users: UsersService,
    private readonly secrets: Secrets,
  ) {}

  async handle({ codeId, sealed }: EmailCodeIssued): Promise<void> {
    const issued = this.secrets.open(sealed) as IssuedCode;
    const mail = await this.write(issued);
    if (mail) await this.office.send(codeId, { ...mail, until: issued.until });
  }

  private async write(issued: IssuedCode): Promise<{ to: Addressee; letter: Letter } | undefined> {
    const { purpose, email, code, locale, userId } = issued;
    const holder = await this.holderOf(email);
    if (purpose === 'password') {
      if (!holder || holder.status === 'deactivated') return undefined;
      return { to: holder, letter: { kind: 'passwordCode', code, username: holder.username } };
    }
    if (holder) return { to: holder, letter: { kind: 'accountExists', username: holder.username } };
    if (purpose === 'registration') return { to: { email, locale }, letter: { kind: 'registrationCode', code } };
    const asker = userId === undefined ? undefined : await this.users.findAddressee(userId);
    if (!asker) return undefined;
    return { to: { email, locale: asker.locale }, letter: { kind: 'addressCode', code, username: asker.username } };
  }

  private async holderOf(email: string): Promise<(Addressee & { username: string; status: string }) | undefined> {
    const account = await this.users.findByLogin(email);
    const addressee = account && (await this.users.findAddressee(account.id));
    return addressee && { ...addressee, status: account.status };
  }
}
