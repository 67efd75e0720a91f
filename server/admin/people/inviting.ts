import { Injectable } from '@nestjs/common';
import type { HandedInvitation, InvitePersonDto } from '#contracts/invite.dto.js';
import { Transactions } from '../../database/transactions.js';
import { PersonalInvites } from '../../invites/personal-invites.service.js';
import { assertCanMake, type HeldAccount } from './account.policy.js';
import { PeopleRepository } from './people.repository.js';

/** Invitations that admins send. Whoever may not make an admin changes no invitation of one either. */
@Injectable()
export class Inviting {
  constructor(
    private readonly people: PeopleRepository,
    private readonly invites: PersonalInvites,
    private readonly transactions: Transactions,
  ) {}

  /** Invites a person; an earlier invitation to the address is over. @throws AppError `forbidden`; `email_taken` at `email` */
  async invite(actorId: string, wish: InvitePersonDto): Promise<HandedInvitation> {
    return this.as(actorId, async (actor) => {
      assertCanMake(actor, wish.role ?? 'member');
      assertCanMake(actor, (await this.invites.roleAt(wish.email)) ?? 'member');
      return this.invites.invite(actorId, wish);
    });
  }

  /** Gives the person another link; the one before is over. @throws AppError `not_found`, `forbidden` */
  async renew(actorId: string, id: string): Promise<HandedInvitation> {
    return this.as(actorId, async (actor) => {
      assertCanMake(actor, await this.invites.roleOf(id));
      return this.invites.renew(actorId, id);
    });
  }

  /** Takes an invitation back. @throws AppError `not_found`, `forbidden` */
  async withdraw(actorId: string, id: string): Promise<void> {
    await this.as(actorId, async (actor) => {
      assertCanMake(actor, await this.invites.roleOf(id));
      await this.invites.withdraw(id);
    });
  }

  /** Who acts is held meanwhile, so that their role is the one that counts. */
  private async as<Result>(actorId: string, act: (actor: HeldAccount | undefined) => Promise<Result>): Promise<Result> {
    return this.transactions.run(async () => act((await this.people.hold([actorId])).get(actorId)));
  }
}
