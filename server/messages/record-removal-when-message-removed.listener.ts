import { AuditLog } from '../audit/audit-log.js';
import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { MessageRemoved } from './messages.events.js';

/** No message is removed without a trace of who did it and why; what it said is not kept. */
@InTransaction(MessageRemoved)
export class RecordRemovalWhenMessageRemoved implements Listener<MessageRemoved> {
  constructor(private readonly audit: AuditLog) {}

  async handle({ messageId, postId, roomId, seq, authorId, reason }: MessageRemoved): Promise<void> {
    const details = { roomId, postId, seq, authorId, reason };
    await this.audit.record({ action: 'message_removed', target: { type: 'message', id: messageId }, details });
  }
}
