import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import type { PeopleQuery, PostPeople } from '#contracts/post.dto.js';
import { MessageHistory } from '../messages/message-history.js';
import { UsersService } from '../users/users.service.js';

/** The people of a post: messages know who wrote, users what they are called. */
@Injectable()
export class PostPeopleService {
  constructor(
    private readonly history: MessageHistory,
    private readonly users: UsersService,
  ) {}

  /** Who wrote live messages in a post, the most recent writer first. @throws AppError `not_found` */
  async list(userId: string, postId: string, { limit = LIMITS.pageSize.default }: PeopleQuery): Promise<PostPeople> {
    const { userIds, total } = await this.history.writers(userId, postId, limit);
    const users = await this.users.findMany(userIds);
    return { items: userIds.flatMap((id) => users.get(id) ?? []), total };
  }
}
