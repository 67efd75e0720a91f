import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { Membership, MembershipPage, MembersQuery, PutMemberDto } from '#contracts/room.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { MemberList } from './member-list.js';
import { MembersService } from './members.service.js';

@Controller('rooms/:room')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly memberList: MemberList,
  ) {}

  /** Joins a public room. */
  @Put('membership')
  async join(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<Membership> {
    return this.members.join(userId, room);
  }

  /** Leaves a room. */
  @HttpCode(204)
  @Delete('membership')
  @Refuses('room_owner_cannot_leave')
  async leave(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<void> {
    await this.members.leave(userId, room);
  }

  /** Members by name. */
  @Get('members')
  async list(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Query() query: MembersQuery,
  ): Promise<MembershipPage> {
    return this.memberList.list(userId, room, query);
  }

  /** Adds a member or changes a member's role. */
  @Put('members/:username')
  @Refuses('forbidden', 'room_owner_cannot_leave')
  async put(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('username') username: string,
    @Body() { role }: PutMemberDto,
  ): Promise<Membership> {
    return this.members.put(userId, room, username, role);
  }

  /** Takes a member out. */
  @HttpCode(204)
  @Delete('members/:username')
  @Refuses('forbidden', 'room_owner_cannot_leave')
  async remove(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Param('username') username: string,
  ): Promise<void> {
    await this.members.remove(userId, room, username);
  }
}
