import { Controller, Get, Query } from '@nestjs/common';
import { SlugPreview, SlugQuery } from '#contracts/room.dto.js';
import { validationFailed } from '../platform/errors/app-error.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { PostSlugsService } from '../posts/post-slugs.service.js';
import { RoomSlugsService } from '../rooms/room-slugs.service.js';
import { RoomsService } from '../rooms/rooms.service.js';

@Controller('slugs')
export class SlugsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roomSlugs: RoomSlugsService,
    private readonly postSlugs: PostSlugsService,
  ) {}

  /** The slug that a name would get now. */
  @Get()
  @Refuses('not_found')
  async preview(@CurrentUser() { userId }: Principal, @Query() query: SlugQuery): Promise<SlugPreview> {
    if (query.for === 'room') return { slug: await this.roomSlugs.preview(userId, query.name) };
    if (query.roomId === undefined)
      throw validationFailed([{ field: 'roomId', code: 'required', message: 'Say which room the post is for.' }]);
    const { roomId } = await this.rooms.open(userId, query.roomId);
    return { slug: await this.postSlugs.preview(roomId, query.name) };
  }
}
