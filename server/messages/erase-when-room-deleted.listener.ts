import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { JobQueue } from '../jobs/job-queue.js';
import { RoomDeleted } from '../rooms/rooms.events.js';

/** What a deleted room held is cleared soon. */
@AfterCommit(RoomDeleted)
export class EraseWhenRoomDeleted implements Listener<RoomDeleted> {
  constructor(private readonly jobs: JobQueue) {}

  async handle({ roomId }: RoomDeleted): Promise<void> {
    await this.jobs.add('erase-deleted', roomId, {});
  }
}
