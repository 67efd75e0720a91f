import { AttachmentsService } from '../attachments/attachments.service.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { MessageChanger } from './message-changer.js';
import { MessageChangesRepository } from './message-changes.repository.js';
import type { MessageRecord } from './message-record.js';
import { assertCanRecall, assertCanRemove, assertCanRemoveAsAdmin, type Changer } from './message.policy.js';
import { MessageRemoved } from './messages.events.js';
import { RemovalsRepository } from './removals.repository.js';

/** Takes messages back, for everyone and for good, with their files. */
@Publishes(MessageRemoved)
export class MessageRetractor {
  constructor(
    private readonly changer: MessageChanger,
    private readonly changes: MessageChangesRepository,
    private readonly removals: RemovalsRepository,
    private readonly attachments: AttachmentsService,
    private readonly events: EventBus,
  ) {}

  /** For its author. Again changes nothing. @throws AppError `not_found`, `forbidden`, `read_only` */
  async recall(userId: string, messageId: string): Promise<MessageRecord> {
    return this.changer.change(userId, messageId, assertCanRecall, async (message) => {
      if (message.state !== 'live') return false;
      await this.empty(message, 'recalled');
      return true;
    });
  }

  /**
   * For owner and moderators of the room, who say why; publishes `MessageRemoved`. What was taken back before stays as it is.
   * @throws AppError `not_found`, `forbidden`, `read_only` in an archived room
   */
  async remove(actorId: string, messageId: string, reason: string): Promise<MessageRecord> {
    return this.removeIf(assertCanRemove, actorId, messageId, reason);
  }

  /** The same for admins of the organisation, where they may read. @throws AppError `not_found`, `forbidden` */
  async removeAsAdmin(adminId: string, messageId: string, reason: string): Promise<MessageRecord> {
    return this.removeIf(assertCanRemoveAsAdmin, adminId, messageId, reason);
  }

  private async removeIf(
    assertMay: (message: MessageRecord, changer: Changer) => void,
    actorId: string,
    messageId: string,
    reason: string,
  ): Promise<MessageRecord> {
    return this.changer.change(actorId, messageId, assertMay, async (message) => {
      if (message.state !== 'live') return false;
      await this.empty(message, 'removed');
      await this.removals.insert(message.id, actorId, reason);
      const { postId, roomId, seq, authorId } = message;
      await this.events.publish(new MessageRemoved(message.id, postId, roomId, seq, actorId, authorId, reason));
      return true;
    });
  }

  private async empty({ id }: MessageRecord, state: 'recalled' | 'removed'): Promise<void> {
    await this.changes.empty(id, state);
    await this.attachments.discardOf(id);
  }
}
