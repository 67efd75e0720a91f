import { Injectable } from '@nestjs/common';
import type { AuditAction } from '#contracts/audit.dto.js';
import { AuditLog } from '../../audit/audit-log.js';
import { type HandedLink, PasswordLinksService } from '../../auth/password-links.service.js';
import { PasswordWriter } from '../../auth/password-writer.js';
import { forbidden } from '../../platform/errors/app-error.js';
import { UsersService } from '../../users/users.service.js';
import type { HeldAccount } from './account.policy.js';

type SettableRole = 'admin' | 'member';

/** What is done to accounts from the console and from the command line, recorded. Call it while they are held; who may is asked before. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly users: UsersService,
    private readonly links: PasswordLinksService,
    private readonly passwords: PasswordWriter,
    private readonly audit: AuditLog,
  ) {}

  async setRole(target: HeldAccount, role: SettableRole): Promise<void> {
    if (role === target.role) return;
    await this.users.setAccess(target.id, { role });
    await this.record('user_role_changed', target, { role: { from: target.role, to: role } });
  }

  /**
   * A deactivated account is signed out everywhere at once; one that nobody has come to yet is `invited` again when it is back.
   * @throws AppError `forbidden` for one that is invited
   */
  async setStatus(target: HeldAccount, status: 'active' | 'deactivated'): Promise<void> {
    if (status === target.status) return;
    if (target.status === 'invited' && status === 'active')
      throw forbidden('They have not answered their invitation yet.');
    const hasCome = status === 'deactivated' || (await this.passwords.hasPassword(target.id));
    await this.users.setAccess(target.id, { status: hasCome ? status : 'invited' });
    await this.record(status === 'active' ? 'user_reactivated' : 'user_deactivated', target);
  }

  /** Gives the organisation to another; who owned it is an admin from then on. */
  async handOver(owner: HeldAccount, target: HeldAccount): Promise<void> {
    await this.users.setAccess(owner.id, { role: 'admin' });
    await this.users.setAccess(target.id, { role: 'owner' });
    await this.record('owner_handed_over', target, { role: { from: target.role, to: 'owner' } });
  }

  /** A link with which somebody sets another password once. @throws AppError `forbidden` for an account out of use */
  async makePasswordLink(target: HeldAccount): Promise<HandedLink> {
    if (target.status === 'deactivated') throw forbidden('Their account is not in use.');
    await this.record('password_link_made', target);
    return this.links.issue(target.id);
  }

  async record(action: AuditAction, { id, displayName }: HeldAccount, details = {}): Promise<void> {
    await this.audit.record({ action, target: { type: 'user', id, name: displayName }, details });
  }
}
