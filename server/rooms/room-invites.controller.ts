import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CreateRoomInviteDto, NewRoomInvite, RoomInviteList } from '#contracts/invite.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { RoomInvitesService } from './room-invites.service.js';

@Controller('rooms/:room/invites')
export class RoomInvitesController {
  constructor(private readonly invites: RoomInvitesService) {}

  /** The links into the room that work, for owner and moderators. */
  @Get()
  @Refuses('forbidden')
  async list(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<RoomInviteList> {
    return { items: await this.invites.list(userId, room) };
  }

  /** Makes a link into the room; its secret is in this answer only. */
  @Post()
  @Refuses('forbidden', 'read_only', 'rate_limited')
  async make(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Body() wish: CreateRoomInviteDto,
  ): Promise<NewRoomInvite> {
    return this.invites.make(userId, room, wish);
  }

  /** Takes a link into the room away; whom it let in stays. */
  @HttpCode(204)
  @Delete(':id')
  @Refuses('forbidden')
  async revoke(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('id') id: string,
  ): Promise<void> {
    await this.invites.revoke(userId, room, id);
  }
}
