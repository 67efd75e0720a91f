import { Injectable, Logger } from '@nestjs/common';
import type { BulkAction, BulkResult, BulkUsersDto } from '#contracts/admin.dto.js';
import { asAppError } from '../../platform/errors/as-app-error.js';
import { PeopleService } from './people.service.js';

/** One thing done to several accounts, to each as if it were the only one. */
@Injectable()
export class BulkChanges {
  private readonly logger = new Logger('people');
  private readonly acts: Record<BulkAction, (actorId: string, id: string) => Promise<unknown>>;

  constructor(people: PeopleService) {
    this.acts = {
      deactivate: (actorId, id) => people.update(actorId, id, { status: 'deactivated' }),
      reactivate: (actorId, id) => people.update(actorId, id, { status: 'active' }),
      makeAdmin: (actorId, id) => people.update(actorId, id, { role: 'admin' }),
      makeMember: (actorId, id) => people.update(actorId, id, { role: 'member' }),
      endSessions: (actorId, id) => people.endSessions(actorId, id),
    };
  }

  /** What became of each account, in the order asked for; what was done to one stays, whatever becomes of the next. */
  async apply(actorId: string, { action, ids }: BulkUsersDto): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    for (const id of ids) results.push(await this.applyTo(id, () => this.acts[action](actorId, id)));
    return results;
  }

  private async applyTo(id: string, act: () => Promise<unknown>): Promise<BulkResult> {
    try {
      await act();
      return { id, isDone: true };
    } catch (error) {
      const { status, code, message } = asAppError(error);
      if (status >= 500) this.logger.error({ err: error }, `An account was not changed with others: ${id}`);
      return { id, isDone: false, code, message };
    }
  }
}
