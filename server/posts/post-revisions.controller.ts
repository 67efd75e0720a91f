import { Controller, Get, Param, Query } from '@nestjs/common';
import { PostRevisionPage, PostRevisionsQuery } from '#contracts/post.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { PostRevisions } from './post-revisions.service.js';

@Controller('rooms/:room/posts/:post/revisions')
export class PostRevisionsController {
  constructor(private readonly revisions: PostRevisions) {}

  /** What a topic was called and said, by whom and when, the newest first. The chat has none. */
  @Get()
  async list(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
    @Query() query: PostRevisionsQuery,
  ): Promise<PostRevisionPage> {
    return this.revisions.list(userId, room, post, query);
  }
}
