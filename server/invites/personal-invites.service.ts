import { Injectable } from '@nestjs/common';
import type { AuditAction } from '#contracts/audit.dto.js';
import type { HandedInvitation, InvitedRole, InvitePersonDto } from '#contracts/invite.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { AuditLog } from '../audit/audit-log.js';
import { Transactions } from '../database/transactions.js';
import { fieldError, notFound } from '../platform/errors/app-error.js';
import { isId, newId } from '../platform/ids/ids.js';
import { UsersService } from '../users/users.service.js';
import { InvitationLetters } from './invitation-letters.js';
import { InviteTokens } from './invite-tokens.js';
import type { InviteEntity } from './invite.entity.js';
import { presentInvitation } from './invite.presenter.js';
import { InvitesRepository } from './invites.repository.js';

/**
 * Invitations of persons by their address: a link that works once, for a week, while its maker is an admin. Who may invite,
 * and to which role, is asked by who calls.
 */
@Injectable()
export class PersonalInvites {
  constructor(
    private readonly repository: InvitesRepository,
    private readonly tokens: InviteTokens,
    private readonly letters: InvitationLetters,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  /** Invites a person; an earlier invitation to the address is over. @throws AppError `email_taken` at `email` */
  async invite(makerId: string, { email, role = 'member', roomIds = [] }: InvitePersonDto): Promise<HandedInvitation> {
    if (await this.users.findByLogin(email))
      throw fieldError('email', 'email_taken', `${email} has an account already.`);
    const { token: _, url, ...kept } = this.tokens.make(LIMITS.inviteHours.default);
    const invite: InviteEntity = { ...kept, id: newId(), makerId, roomIds, email, role, usesLeft: 1, used: 0 };
    return this.transactions.run(async () => {
      await this.repository.invite(invite);
      await this.record('user_invited', invite);
      return this.handOver(invite, url);
    });
  }

  /** Inside a transaction: which role an invitation that waits gives, held until that ends. @throws AppError `not_found` */
  async roleOf(id: string): Promise<InvitedRole> {
    return (await this.hold(id)).role ?? 'member';
  }

  /** Inside a transaction: the same of an address; undefined when none waits for it. */
  async roleAt(email: string): Promise<InvitedRole | undefined> {
    return (await this.repository.holdAddress(email))?.role ?? undefined;
  }

  /** Gives the person another link, from another maker and for another week; the one before is over. @throws AppError `not_found` */
  async renew(makerId: string, id: string): Promise<HandedInvitation> {
    const { url, tokenHash, expiresAt } = this.tokens.make(LIMITS.inviteHours.default);
    return this.transactions.run(async () => {
      const invite = { ...(await this.hold(id)), makerId, tokenHash, expiresAt };
      await this.repository.renew(id, { makerId, tokenHash, expiresAt });
      await this.record('invitation_renewed', invite);
      return this.handOver(invite, url);
    });
  }

  /** Takes an invitation back. @throws AppError `not_found` */
  async withdraw(id: string): Promise<void> {
    await this.transactions.run(async () => {
      const invite = await this.hold(id);
      await this.repository.removePerson(id);
      await this.record('invitation_withdrawn', invite);
    });
  }

  private async hold(id: string): Promise<InviteEntity> {
    const invite = isId(id) ? await this.repository.holdPerson(id) : null;
    if (!invite) throw notFound();
    return invite;
  }

  private async handOver(invite: InviteEntity, url: string): Promise<HandedInvitation> {
    const { makerId, email, expiresAt } = invite;
    const maker = await this.users.hold(makerId);
    await this.letters.send(makerId, { email: email ?? '', url, until: expiresAt.getTime() });
    const { email: _, ...invitedBy } = maker;
    return { invitation: presentInvitation(invite, invitedBy), url };
  }

  private async record(action: AuditAction, { id, email, role, roomIds }: InviteEntity): Promise<void> {
    await this.audit.record({
      action,
      target: { type: 'user', name: email ?? '' },
      details: { invitationId: id, role, roomIds },
    });
  }
}
