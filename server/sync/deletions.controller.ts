import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DeletePostDto, DeleteRoomDto, PostDeletion, RoomDeletion } from '#contracts/deletion.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { PostDeletions } from '../posts/post-deletions.js';
import { RoomDeletions } from '../rooms/room-deletions.js';
import { DeletionViews } from './deletion-views.js';

/** The end of rooms and posts, and what goes with them, which several modules know. */
@Controller('rooms/:room')
export class DeletionsController {
  constructor(
    private readonly rooms: RoomDeletions,
    private readonly posts: PostDeletions,
    private readonly views: DeletionViews,
  ) {}

  /** What would go with a room, for its owner. */
  @Get('deletion')
  @Refuses('forbidden')
  async ofRoom(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<RoomDeletion> {
    return this.views.ofRoom(userId, room);
  }

  /** Deletes a room, for everybody and for good. Its slugs are free again. */
  @HttpCode(204)
  @Post('deletion')
  @Refuses('forbidden')
  async deleteRoom(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Body() { confirmName }: DeleteRoomDto,
  ): Promise<void> {
    await this.rooms.confirm(userId, room, confirmName);
  }

  /** What would go with a post, for its author, the owner and moderators of the room. */
  @Get('posts/:post/deletion')
  @Refuses('forbidden', 'read_only', 'chat_post_stays')
  async ofPost(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
  ): Promise<PostDeletion> {
    return this.views.ofPost(userId, room, post);
  }

  /** Deletes a topic post, for everybody and for good. Its slugs are free again. */
  @HttpCode(204)
  @Post('posts/:post/deletion')
  @Refuses('forbidden', 'read_only', 'chat_post_stays')
  async deletePost(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
    @Body() { confirmTitle }: DeletePostDto,
  ): Promise<void> {
    await this.posts.confirm(userId, room, post, confirmTitle);
  }
}
