import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditTargetType } from '#contracts/audit.dto.js';
import { Transactions } from '../database/transactions.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { RequestContext } from '../platform/http/request-context.js';
import { newId } from '../platform/ids/ids.js';
import { AuditRepository } from './audit.repository.js';

/** What is recorded about a deed. */
export interface Deed {
  action: AuditAction;
  /** What it was done to, as it is called now; the organisation as a whole has no id. */
  target: { type: AuditTargetType; id?: string; name?: string };
  /** Who did it, when the request at hand is that of nobody yet, as when somebody registers. */
  actorId?: string;
  /** What else is to be known of it: ids, names, values from and to. Never a secret, nor what people wrote. */
  details?: Record<string, unknown>;
}

/** Where it is recorded who did what. */
@Injectable()
export class AuditLog {
  private readonly isCommand: boolean;

  constructor(
    private readonly repository: AuditRepository,
    private readonly transactions: Transactions,
    private readonly requests: RequestContext,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.isCommand = config.isCommand;
  }

  /**
   * Records a deed inside the transaction that does it, so that there is neither without the other. Who did it and from
   * where is that of the request at hand; in a command it is the command line, in a job Roomers itself. Call it from the
   * verb or from an `@InTransaction` listener, not from one after the commit, which another node may run.
   * @throws Error outside of a transaction
   */
  async record({ action, target, actorId, details = {} }: Deed): Promise<void> {
    if (!this.transactions.isActive) throw new Error(`${action} is recorded outside of its transaction.`);
    const [applicantId, nobody] = this.isCommand ? [undefined, 'command line'] : [actorId, 'Roomers'];
    await this.repository.insert({
      ...{ id: newId(), at: this.clock.date(), action, details },
      ...{ actorId: this.requests.userId ?? applicantId ?? null, actorName: nobody, ip: this.requests.ip ?? null },
      ...{ targetType: target.type, targetId: target.id ?? null, targetName: target.name ?? null },
    });
  }
}
