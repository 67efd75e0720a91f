import { Body, Controller, Get, HttpCode, Param, Patch, Post as HttpPost, Query } from '@nestjs/common';
import { CreatePostDto, Post, PostPage, PostsQuery, UpdatePostDto } from '#contracts/post.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { PostEditor } from '../posts/post-editor.js';
import { PostFounder } from '../posts/post-founder.js';
import { PostLists } from './post-lists.js';

/** Post routes whose answer is a whole `Post`, which takes what several modules know. */
@Controller('rooms/:room/posts')
export class PostsController {
  constructor(
    private readonly editor: PostEditor,
    private readonly founder: PostFounder,
    private readonly lists: PostLists,
  ) {}

  /** Posts of a room, the most recently active or the newest first; the chat post among them. */
  @Get()
  async list(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Query() query: PostsQuery,
  ): Promise<PostPage> {
    return this.lists.page(userId, room, query);
  }

  /** Makes a topic post. */
  @HttpPost()
  @HttpCode(201)
  @Refuses('forbidden', 'read_only')
  async create(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Body() wish: CreatePostDto,
  ): Promise<Post> {
    return this.lists.one(userId, room, await this.founder.create(userId, room, wish));
  }

  /** One post by slug, present or old, or id. */
  @Get(':post')
  async show(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
  ): Promise<Post> {
    return this.lists.one(userId, room, post);
  }

  /** Changes a post. */
  @Patch(':post')
  @Refuses('forbidden', 'read_only', 'stale_edit')
  async update(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('post') post: string,
    @Body() change: UpdatePostDto,
  ): Promise<Post> {
    return this.lists.one(userId, room, await this.editor.update(userId, room, post, change));
  }
}
