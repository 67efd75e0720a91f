import { Body, Controller, Get, Param, Post, UseFilters } from '@nestjs/common';
import { ForwardMessageDto, Message, MessageSource } from '#contracts/message.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { AnswerKnownForwardFilter } from './answer-known-forward.filter.js';
import { MessageForwarder } from './message-forwarder.js';

@Controller('messages/:id')
export class ForwardsController {
  constructor(private readonly forwarder: MessageForwarder) {}

  /** Forwards a message into a post; the same `clientId` again is answered with the stored one. */
  @UseFilters(AnswerKnownForwardFilter)
  @Post('forward')
  @Refuses('forbidden', 'read_only', 'client_id_reused', 'attachment_unusable', 'rate_limited')
  async forward(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() wish: ForwardMessageDto,
  ): Promise<Message> {
    return this.forwarder.forward(userId, id, wish);
  }

  /** Where the message that this one forwards stands, for who may read it there. */
  @Get('source')
  async source(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<MessageSource> {
    return this.forwarder.source(userId, id);
  }
}
