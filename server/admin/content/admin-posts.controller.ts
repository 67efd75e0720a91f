import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AdminMessagePage, AdminMessagesQuery, AdminPostPage, AdminPostsQuery } from '#contracts/admin-content.dto.js';
import { DeletePostDto } from '#contracts/deletion.dto.js';
import { Message, RemoveMessageDto } from '#contracts/message.dto.js';
import { MessagesService } from '../../messages/messages.service.js';
import { CurrentUser, type Principal, Roles } from '../../platform/http/access.decorators.js';
import { Refuses } from '../../platform/http/refuses.decorator.js';
import { ContentDeletion } from './content-deletion.js';
import { PostList } from './post-list.js';

@Roles('admin')
@Controller('admin')
export class AdminPostsController {
  constructor(
    private readonly postList: PostList,
    private readonly deletion: ContentDeletion,
    private readonly messages: MessagesService,
  ) {}

  /** Posts of public rooms, and of rooms that the admin is a member of. */
  @Get('posts')
  async listPosts(@CurrentUser() { userId }: Principal, @Query() query: AdminPostsQuery): Promise<AdminPostPage> {
    return this.postList.listPosts(userId, query);
  }

  /** Messages of public rooms, and of rooms that the admin is a member of, the newest first. */
  @Get('messages')
  @Refuses('search_too_broad')
  async listMessages(
    @CurrentUser() { userId }: Principal,
    @Query() query: AdminMessagesQuery,
  ): Promise<AdminMessagePage> {
    return this.postList.listMessages(userId, query);
  }

  /** Deletes a topic post, for everybody and for good. */
  @HttpCode(204)
  @Post('posts/:id/deletion')
  @Refuses('chat_post_stays')
  async delete(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { confirmTitle }: DeletePostDto,
  ): Promise<void> {
    await this.deletion.deletePost(userId, id, confirmTitle);
  }

  /** Removes a message, for everyone and for good. */
  @HttpCode(200)
  @Post('messages/:id/removal')
  @Refuses('forbidden')
  async removeMessage(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { reason }: RemoveMessageDto,
  ): Promise<Message> {
    return this.messages.removeAsAdmin(userId, id, reason);
  }
}
