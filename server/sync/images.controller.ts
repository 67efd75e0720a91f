import { Controller, Delete, Param, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Post } from '#contracts/post.dto.js';
import { Profile } from '#contracts/profile.dto.js';
import { Room } from '#contracts/room.dto.js';
import { ImagesService } from '../images/images.service.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { TakesPicture } from '../platform/http/takes-picture.decorator.js';
import { ProfilesService } from '../profiles/profiles.service.js';
import { PostLists } from './post-lists.js';
import { RoomViews } from './room-views.js';

/** Picture routes: their answers are whole profiles, rooms and posts. */
@Controller()
export class ImagesController {
  constructor(
    private readonly images: ImagesService,
    private readonly profiles: ProfilesService,
    private readonly rooms: RoomViews,
    private readonly posts: PostLists,
  ) {}

  /** Takes a picture of oneself: cut to a square of at most 512 pixels. */
  @TakesPicture()
  @Put('profiles/me/image')
  async putOwn(@CurrentUser() viewer: Principal, @Req() request: Request): Promise<Profile> {
    await this.images.putOfUser(viewer.userId, request);
    return this.profiles.showOwn(viewer);
  }

  /** Removes the own picture. */
  @Delete('profiles/me/image')
  async removeOwn(@CurrentUser() viewer: Principal): Promise<Profile> {
    await this.images.removeOfUser(viewer.userId);
    return this.profiles.showOwn(viewer);
  }

  /** Takes the picture of a room from its owner or a moderator: cut to a square of at most 512 pixels. */
  @TakesPicture()
  @Refuses('forbidden', 'read_only')
  @Put('rooms/:room/image')
  async putOfRoom(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Req() request: Request,
  ): Promise<Room> {
    return this.rooms.one(userId, await this.images.putOfRoom(userId, room, request));
  }

  /** Removes the picture of a room. */
  @Refuses('forbidden', 'read_only')
  @Delete('rooms/:room/image')
  async removeOfRoom(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<Room> {
    return this.rooms.one(userId, await this.images.removeOfRoom(userId, room));
  }

  /** Takes the picture of a topic post from its author, or the owner or a moderator of its room: whole, at most 1,280 pixels on its longer side. */
  @TakesPicture()
  @Refuses('forbidden', 'read_only')
  @Put('rooms/:room/posts/:post/image')
  async putOfPost(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
    @Req() request: Request,
  ): Promise<Post> {
    return this.posts.one(userId, room, await this.images.putOfPost(userId, room, post, request));
  }

  /** Removes the picture of a topic post. */
  @Refuses('forbidden', 'read_only')
  @Delete('rooms/:room/posts/:post/image')
  async removeOfPost(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
  ): Promise<Post> {
    return this.posts.one(userId, room, await this.images.removeOfPost(userId, room, post));
  }
}
