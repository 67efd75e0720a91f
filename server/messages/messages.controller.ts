import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, UseFilters } from '@nestjs/common';
import { EditMessageDto, Message, MessagePage, MessagesQuery, SendMessageDto } from '#contracts/message.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { AnswerKnownSendFilter } from './answer-known-send.filter.js';
import { MessageHistory } from './message-history.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly history: MessageHistory,
  ) {}

  /** A stretch of a post's messages, ascending; the newest by default. */
  @Get('posts/:id/messages')
  async page(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Query() query: MessagesQuery,
  ): Promise<MessagePage> {
    return this.history.page(userId, id, query);
  }

  /** Sends a message; the same `clientId` again is answered with the stored one. */
  @UseFilters(AnswerKnownSendFilter)
  @Post('posts/:id/messages')
  @Refuses('forbidden', 'read_only', 'client_id_reused', 'attachment_unusable', 'rate_limited')
  async send(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() wish: SendMessageDto,
  ): Promise<Message> {
    const { stored } = await this.messages.send(userId, id, wish);
    return stored;
  }

  /** Gives an own message another text. */
  @Patch('messages/:id')
  @Refuses('forbidden', 'read_only', 'stale_edit', 'edit_window_over')
  async edit(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { text, baseEditedAt }: EditMessageDto,
  ): Promise<Message> {
    return this.messages.edit(userId, id, text, baseEditedAt);
  }

  /** Takes an own message back, for everyone and for good. */
  @HttpCode(200)
  @Post('messages/:id/recall')
  @Refuses('forbidden', 'read_only')
  async recall(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<Message> {
    return this.messages.recall(userId, id);
  }
}
