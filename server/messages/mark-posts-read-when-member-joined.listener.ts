import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { MemberJoined } from '../rooms/rooms.events.js';
import { ReadMarksService } from './read-marks.service.js';

/** Who joins is not met by years of unread messages. */
@InTransaction(MemberJoined)
export class MarkPostsReadWhenMemberJoined implements Listener<MemberJoined> {
  constructor(private readonly marks: ReadMarksService) {}

  async handle({ userId, roomId }: MemberJoined): Promise<void> {
    await this.marks.startAtNow(userId, roomId);
  }
}
