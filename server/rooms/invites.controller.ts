import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { InviteDetails, InvitedRoomList, InviteTokenDto } from '#contracts/invite.dto.js';
import { CurrentUser, type Principal, Public } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { InviteAcceptance } from './invite-acceptance.js';

@Controller('invites')
export class InvitesController {
  constructor(private readonly acceptance: InviteAcceptance) {}

  /** What an invitation says, for whoever holds it. */
  @Public()
  @HttpCode(200)
  @Post('check')
  @Refuses('invite_unusable')
  async check(@Body() { token }: InviteTokenDto): Promise<InviteDetails> {
    return this.acceptance.describe(token);
  }

  /** Accepts an invitation with the account that one has. Who has none registers with `invite`. */
  @HttpCode(200)
  @Post('acceptance')
  @Refuses('invite_unusable')
  async accept(@CurrentUser() { userId }: Principal, @Body() { token }: InviteTokenDto): Promise<InvitedRoomList> {
    return { rooms: await this.acceptance.accept(userId, token) };
  }
}
