import { Injectable } from '@nestjs/common';
import type { PasswordLinkOwner, UsePasswordLinkDto } from '#contracts/auth.dto.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { AppError } from '../platform/errors/app-error.js';
import { newToken, Secrets } from '../platform/secrets/secrets.js';
import type { Account } from '../users/account.js';
import { UsersService } from '../users/users.service.js';
import { PasswordLinksRepository } from './password-links.repository.js';
import { PasswordWriter } from './password-writer.js';

const HOLDS_MS = 24 * 3_600_000;

/** A link as it is handed out, the only time that it can be seen. */
export interface HandedLink {
  /** Whole address to open. */
  url: string;
  expiresAt: string;
}

/** Links that set a password once, for who forgot it where no mail is sent. Who may hand them out is asked by who issues them. */
@Injectable()
export class PasswordLinksService {
  constructor(
    private readonly repository: PasswordLinksRepository,
    private readonly users: UsersService,
    private readonly writer: PasswordWriter,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Makes a link for a user that holds for a day; the one before is over. */
  async issue(userId: string): Promise<HandedLink> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now() + HOLDS_MS);
    await this.repository.save({ userId, tokenHash: this.hash(token), expiresAt });
    // Behind the #, so that no server writes it into a log.
    return { url: `${this.config.publicUrl}/new-password#${token}`, expiresAt: expiresAt.toISOString() };
  }

  /** Whose password it sets. @throws AppError `link_unusable`, the same for one that is over, was used or never was */
  async check(token: string): Promise<PasswordLinkOwner> {
    const { username, displayName } = await this.find(token);
    return { username, displayName };
  }

  /** Sets the password and ends all sessions of the user. @throws AppError `link_unusable`; `validation_failed` at `newPassword` */
  async use({ token, newPassword }: UsePasswordLinkDto): Promise<void> {
    const account = await this.find(token);
    const claim = async (): Promise<void> => {
      if (!(await this.repository.use(this.hash(token)))) throw linkUnusable();
    };
    await this.writer.write({ account, password: newPassword, field: 'newPassword', claim });
  }

  private async find(token: string): Promise<Account> {
    const userId = await this.repository.findUserId(this.hash(token), this.clock.date());
    const account = userId === undefined ? undefined : await this.users.findAccount(userId);
    if (!account || account.status === 'deactivated') throw linkUnusable();
    return account;
  }

  private hash(token: string): string {
    return this.secrets.hash('password link', token);
  }
}

function linkUnusable(): AppError {
  return new AppError('link_unusable', 'This link was used or has expired. Ask for another.');
}
