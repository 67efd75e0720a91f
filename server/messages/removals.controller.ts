import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Message, MessageRemoval, RemoveMessageDto } from '#contracts/message.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { MessagesService } from './messages.service.js';
import { Removals } from './removals.service.js';

@Controller('messages/:id/removal')
export class RemovalsController {
  constructor(
    private readonly messages: MessagesService,
    private readonly removals: Removals,
  ) {}

  /** Removes a message, for everyone and for good, by those who keep the room. */
  @HttpCode(200)
  @Post()
  @Refuses('forbidden', 'read_only')
  async remove(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { reason }: RemoveMessageDto,
  ): Promise<Message> {
    return this.messages.remove(userId, id, reason);
  }

  /** Why a message was removed, for its author and those who keep the room. */
  @Get()
  @Refuses('forbidden')
  async show(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<MessageRemoval> {
    return this.removals.show(userId, id);
  }
}
