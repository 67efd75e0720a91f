import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { HandedInvitation, InvitationPage, InvitationsQuery, InvitePersonDto } from '#contracts/invite.dto.js';
import { InvitationList } from '../../invites/invitation-list.js';
import { CurrentUser, type Principal, Roles } from '../../platform/http/access.decorators.js';
import { Refuses } from '../../platform/http/refuses.decorator.js';
import { Inviting } from './inviting.js';

@Roles('admin')
@Controller('admin/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationList,
    private readonly inviting: Inviting,
  ) {}

  /** Who is invited by e-mail and has not come yet, the newest first. */
  @Get()
  async list(@Query() query: InvitationsQuery): Promise<InvitationPage> {
    return this.invitations.list(query);
  }

  /** Invites the person who reads an address; an earlier invitation to it is over. */
  @Post()
  @Refuses('email_taken')
  async invite(@CurrentUser() { userId }: Principal, @Body() wish: InvitePersonDto): Promise<HandedInvitation> {
    return this.inviting.invite(userId, wish);
  }

  /** Gives the person another link for another week; the one before is over. */
  @Post(':id/renewal')
  async renew(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<HandedInvitation> {
    return this.inviting.renew(userId, id);
  }

  /** Takes an invitation back. */
  @HttpCode(204)
  @Delete(':id')
  async withdraw(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<void> {
    await this.inviting.withdraw(userId, id);
  }
}
