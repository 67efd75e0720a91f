import { Controller, Get, Param, Query } from '@nestjs/common';
import { PeopleQuery, PostPeople } from '#contracts/post.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { PostPeopleService } from './post-people.service.js';

@Controller('posts/:id/people')
export class PostPeopleController {
  constructor(private readonly people: PostPeopleService) {}

  /** Who wrote messages in a post that were not taken back, the most recent writer first. */
  @Get()
  async list(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Query() query: PeopleQuery,
  ): Promise<PostPeople> {
    return this.people.list(userId, id, query);
  }
}
