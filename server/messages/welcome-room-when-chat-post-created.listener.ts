import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { newId } from '../platform/ids/ids.js';
import { PostCreated } from '../posts/posts.events.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { HeadsRepository } from './heads.repository.js';
import { MessageWriter } from './message-writer.js';

/** The first message of a room names its owner and the room. */
@InTransaction(PostCreated)
export class WelcomeRoomWhenChatPostCreated implements Listener<PostCreated> {
  constructor(
    private readonly rooms: RoomsService,
    private readonly heads: HeadsRepository,
    private readonly writer: MessageWriter,
  ) {}

  async handle({ postId, roomId, kind, authorId }: PostCreated): Promise<void> {
    if (kind !== 'chat') return;
    const { roomName, ownerName } = await this.rooms.names(roomId);
    await this.heads.start(postId, roomId);
    await this.writer.writeWithin({
      ...{ id: newId(), postId, roomId, authorId, clientId: null, replyToId: null, attachmentIds: [] },
      text: `Congratulations to ${ownerName} for creating a new chatroom named ${roomName}.`,
      system: { code: 'room_created', params: { ownerName, roomName } },
    });
  }
}
