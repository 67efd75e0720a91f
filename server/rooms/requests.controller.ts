import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { UserPage } from '#contracts/user.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { RequestsService } from './requests.service.js';

@Controller('rooms/:room/requests')
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  /** Asks to join; the answer is the same whether there is such a room or not. */
  @HttpCode(202)
  @Post()
  async ask(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<void> {
    await this.requests.ask(userId, room);
  }

  /** Who asks to join, for owner and moderators. */
  @Get()
  @Refuses('forbidden')
  async list(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<UserPage> {
    return this.requests.list(userId, room);
  }

  /** Turns a request down. To take it, add the user as a member. */
  @HttpCode(204)
  @Delete(':username')
  @Refuses('forbidden')
  async dismiss(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('username') username: string,
  ): Promise<void> {
    await this.requests.dismiss(userId, room, username);
  }
}
