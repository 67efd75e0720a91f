import { Injectable } from '@nestjs/common';
import type { MessageRemoval } from '#contracts/message.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import { PostAccessService } from '../posts/post-access.service.js';
import { assertCanSeeReason } from './message.policy.js';
import { MessagesRepository } from './messages.repository.js';
import { RemovalsRepository } from './removals.repository.js';

/** Why messages were removed. `MessageRetractor` removes them. */
@Injectable()
export class Removals {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly posts: PostAccessService,
    private readonly repository: RemovalsRepository,
  ) {}

  /** For the author of the message and those who keep the room. @throws AppError `not_found` when it was not removed, `forbidden` */
  async show(userId: string, messageId: string): Promise<MessageRemoval> {
    const message = isId(messageId) ? await this.messages.find(messageId) : undefined;
    if (!message) throw notFound();
    const { room } = await this.posts.open(userId, message.postId);
    assertCanSeeReason(message, { userId, role: room.role });
    const removal = await this.repository.find(message.id);
    if (!removal) throw notFound();
    return { ...removal, at: removal.at.toISOString() };
  }
}
