import { AttachmentsService } from '../attachments/attachments.service.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { HeadsRepository } from './heads.repository.js';
import { MessageRevs } from './message-revs.js';
import { MessagesExpired } from './messages.events.js';
import { type ExpiredRecord, RetentionRepository } from './retention.repository.js';

/** Messages of one transaction: nobody can write in the post meanwhile. */
const BATCH = 500;

/** Deletes messages whose time is over, with their files, and raises `firstSeq`. Stopped anywhere and run again it ends the same. */
@Publishes(MessagesExpired)
export class Retention {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly heads: HeadsRepository,
    private readonly revs: MessageRevs,
    private readonly attachments: AttachmentsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /**
   * Of each post the messages before the first that was written at or after a moment; ends early when another process does the same.
   * @param findMoment is asked anew before each few; undefined: nothing is deleted any more
   */
  async deleteBefore(findMoment: () => Promise<Date | undefined>): Promise<void> {
    const moment = await findMoment();
    if (!moment) return;
    for (const postId of await this.repository.findPosts(moment)) while (await this.deleteSome(postId, findMoment));
  }

  /** False when nothing is left to delete in the post, or it is another's turn. */
  private async deleteSome(postId: string, findMoment: () => Promise<Date | undefined>): Promise<boolean> {
    const moment = await findMoment();
    if (!moment) return false;
    return this.transactions.run(async () => {
      if (!(await this.repository.claimTurn())) return false;
      const expired = await this.repository.findPrefix(postId, moment, BATCH);
      return expired.length > 0 && (await this.deletePrefix(postId, expired));
    });
  }

  /** Locks in the order that holds everywhere: keys, head, messages, files. */
  private async deletePrefix(postId: string, expired: readonly ExpiredRecord[]): Promise<boolean> {
    const ids = expired.map(({ id }) => id);
    await this.repository.deleteKeys(ids);
    const head = await this.revs.lock(postId);
    if (!head) return false;
    const quoting = await this.repository.leaveQuotes(ids);
    await this.attachments.deleteOf(ids);
    await this.repository.delete(ids);
    await this.heads.raiseFirst(postId, (expired.at(-1)?.seq ?? 0) + 1);
    if (quoting.length > 0) await this.revs.bump(head, quoting);
    await this.events.publish(new MessagesExpired(postId, head.roomId));
    return true;
  }
}
