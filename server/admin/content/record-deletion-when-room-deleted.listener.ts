import { AuditLog } from '../../audit/audit-log.js';
import type { Listener } from '../../events/event.js';
import { InTransaction } from '../../events/listener.decorators.js';
import { RoomDeleted } from '../../rooms/rooms.events.js';

/** No room goes without a trace, whoever deletes it. */
@InTransaction(RoomDeleted)
export class RecordDeletionWhenRoomDeleted implements Listener<RoomDeleted> {
  constructor(private readonly audit: AuditLog) {}

  async handle({ roomId, name }: RoomDeleted): Promise<void> {
    await this.audit.record({ action: 'room_deleted', target: { type: 'room', id: roomId, name } });
  }
}
