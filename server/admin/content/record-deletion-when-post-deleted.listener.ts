import { AuditLog } from '../../audit/audit-log.js';
import type { Listener } from '../../events/event.js';
import { InTransaction } from '../../events/listener.decorators.js';
import { PostDeleted } from '../../posts/posts.events.js';
import { RoomsService } from '../../rooms/rooms.service.js';

/** No post goes without a trace, whoever deletes it; what it was called in a private room stays there. */
@InTransaction(PostDeleted)
export class RecordDeletionWhenPostDeleted implements Listener<PostDeleted> {
  constructor(
    private readonly audit: AuditLog,
    private readonly rooms: RoomsService,
  ) {}

  async handle({ postId, roomId, title }: PostDeleted): Promise<void> {
    const room = await this.rooms.describe(roomId);
    const isPublic = room?.visibility === 'public';
    await this.audit.record({
      action: 'post_deleted',
      target: { type: 'post', id: postId, ...(isPublic && { name: title }) },
      details: { roomId, roomName: room?.name },
    });
  }
}
