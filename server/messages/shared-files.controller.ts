import { Controller, Get, Param, Query } from '@nestjs/common';
import { SharedFilePage, SharedFilesQuery } from '#contracts/attachment.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { SharedFilesService } from './shared-files.service.js';

@Controller()
export class SharedFilesController {
  constructor(private readonly files: SharedFilesService) {}

  /** Files of a room's messages that were not taken back, newest first. */
  @Get('rooms/:room/files')
  async ofRoom(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Query() query: SharedFilesQuery,
  ): Promise<SharedFilePage> {
    return this.files.ofRoom(userId, room, query);
  }

  /** Files of a post's messages that were not taken back, newest first. */
  @Get('posts/:id/files')
  async ofPost(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Query() query: SharedFilesQuery,
  ): Promise<SharedFilePage> {
    return this.files.ofPost(userId, id, query);
  }
}
