import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { AdminTagPage, AdminTagsQuery, ChangedTag, MergeTagDto, RenameTagDto } from '#contracts/admin-content.dto.js';
import { CurrentUser, type Principal, Roles } from '../../platform/http/access.decorators.js';
import { Refuses } from '../../platform/http/refuses.decorator.js';
import { TagsService } from './tags.service.js';

@Roles('admin')
@Controller('admin/tags')
export class AdminTagsController {
  constructor(private readonly tags: TagsService) {}

  /** Tags of the organisation. */
  @Get()
  async list(@CurrentUser() { userId }: Principal, @Query() query: AdminTagsQuery): Promise<AdminTagPage> {
    return this.tags.list(userId, query);
  }

  /** Gives a tag another name, in every post that carries it. */
  @Patch(':name')
  @Refuses('tag_taken')
  async rename(
    @CurrentUser() { userId }: Principal,
    @Param('name') name: string,
    @Body() { name: wanted }: RenameTagDto,
  ): Promise<ChangedTag> {
    return this.tags.rename(userId, name, wanted);
  }

  /** Makes every post that carries a tag carry another instead. */
  @HttpCode(200)
  @Post(':name/merge')
  async merge(
    @CurrentUser() { userId }: Principal,
    @Param('name') name: string,
    @Body() { into }: MergeTagDto,
  ): Promise<ChangedTag> {
    return this.tags.merge(userId, name, into);
  }

  /** Takes a tag from every post. */
  @Delete(':name')
  async remove(@CurrentUser() { userId }: Principal, @Param('name') name: string): Promise<ChangedTag> {
    return this.tags.remove(userId, name);
  }
}
