import { Injectable } from '@nestjs/common';
import type { PasswordLink, UpdateUserDto } from '#contracts/admin.dto.js';
import { SessionsService } from '../../auth/sessions.service.js';
import { Transactions } from '../../database/transactions.js';
import { notFound } from '../../platform/errors/app-error.js';
import { isId } from '../../platform/ids/ids.js';
import { AccountChanges } from './account-changes.js';
import { assertCanActOn, assertCanChangeAccess, assertCanHandOver, type HeldAccount } from './account.policy.js';
import { PeopleRepository } from './people.repository.js';

interface Both {
  actor: HeldAccount;
  target: HeldAccount;
}

/** What admins do to accounts; every deed is recorded. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly changes: AccountChanges,
    private readonly sessions: SessionsService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Gives an account another role or status; a deactivated one is signed out everywhere at once.
   * @throws AppError `not_found`, `forbidden`, `last_owner`
   */
  async update(actorId: string, id: string, { role, status }: UpdateUserDto): Promise<void> {
    await this.withBoth(actorId, id, async ({ actor, target }) => {
      assertCanChangeAccess(actor, target, role);
      if (role !== undefined) await this.changes.setRole(target, role);
      if (status !== undefined) await this.changes.setStatus(target, status);
    });
  }

  /** Gives the organisation to another; who owned it is an admin from then on. @throws AppError `not_found`, `forbidden` */
  async handOver(actorId: string, id: string): Promise<void> {
    await this.withBoth(actorId, id, async ({ actor, target }) => {
      assertCanHandOver(actor, target);
      await this.changes.handOver(actor, target);
    });
  }

  /** Signs an account out everywhere; returns of how many sessions. @throws AppError `not_found`, `forbidden`, `last_owner` */
  async endSessions(actorId: string, id: string): Promise<number> {
    return this.withBoth(actorId, id, async ({ actor, target }) => {
      assertCanActOn(actor, target);
      const { length } = await this.sessions.end(id, {}, 'signed_out');
      if (length > 0) await this.changes.record('user_sessions_ended', target, { sessions: length });
      return length;
    });
  }

  /** A link with which somebody sets another password once. @throws AppError `not_found`, `forbidden`, `last_owner` */
  async makePasswordLink(actorId: string, id: string): Promise<PasswordLink> {
    return this.withBoth(actorId, id, async ({ actor, target }) => {
      assertCanActOn(actor, target);
      return this.changes.makePasswordLink(target);
    });
  }

  /** Both accounts are held meanwhile: of two admins who act upon each other at once the second finds what the first did. */
  private async withBoth<Result>(actorId: string, id: string, act: (both: Both) => Promise<Result>): Promise<Result> {
    if (!isId(id)) throw notFound();
    return this.transactions.run(async () => {
      const held = await this.people.hold([actorId, id]);
      const [actor, target] = [held.get(actorId), held.get(id)];
      if (!actor || !target) throw notFound();
      return act({ actor, target });
    });
  }
}
