import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { MessagesExpired } from '../messages/messages.events.js';
import { RoomTeller } from './room-teller.js';

/** Whoever has the post open learns where it begins now, and drops what is gone. */
@OnEveryNode(MessagesExpired)
export class TellRoomWhenMessagesExpired implements Listener<MessagesExpired> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, postId }: MessagesExpired): Promise<void> {
    await this.teller.tellPost(roomId, postId);
  }
}
