import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { PostOffice } from '../mail/post-office.js';
import { Organisation } from '../organisation/organisation.service.js';
import { Secrets } from '../platform/secrets/secrets.js';
import { UsersService } from '../users/users.service.js';
import type { InvitationLetter } from './invitation-letters.js';
import { PersonInvited } from './invites.events.js';

/** Whoever is invited hears of it in the language of who invites: theirs is not known yet. */
@AfterCommit(PersonInvited)
export class MailLinkWhenPersonInvited implements Listener<PersonInvited> {
  constructor(
    private readonly office: PostOffice,
    private readonly users: UsersService,
    private readonly organisation: Organisation,
    private readonly secrets: Secrets,
  ) {}

  async handle({ letterId, makerId, sealed }: PersonInvited): Promise<void> {
    const { email, url, until } = this.secrets.open(sealed) as InvitationLetter;
    const [maker, addressee] = [await this.users.findAccount(makerId), await this.users.findAddressee(makerId)];
    if (!maker || !addressee) return;
    const { name: organisation } = await this.organisation.current();
    const letter = { kind: 'invitation', link: url, inviter: maker.displayName, organisation } as const;
    await this.office.send(letterId, { to: { email, locale: addressee.locale }, letter, until });
  }
}
