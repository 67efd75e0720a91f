import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { AdminRoom, AdminRoomPage, AdminRoomsQuery, SetRoomOwnerDto } from '#contracts/admin-content.dto.js';
import { DeleteRoomDto } from '#contracts/deletion.dto.js';
import { CurrentUser, type Principal, Roles } from '../../platform/http/access.decorators.js';
import { Refuses } from '../../platform/http/refuses.decorator.js';
import { ContentDeletion } from './content-deletion.js';
import { RoomKeeping } from './room-keeping.js';
import { RoomList } from './room-list.js';
import { RoomOwners } from './room-owners.js';

@Roles('admin')
@Controller('admin/rooms')
export class AdminRoomsController {
  constructor(
    private readonly roomList: RoomList,
    private readonly keeping: RoomKeeping,
    private readonly owners: RoomOwners,
    private readonly deletion: ContentDeletion,
  ) {}

  /** Rooms, private ones among them: how large they are, and nothing of what is in them. */
  @Get()
  async list(@CurrentUser() { userId }: Principal, @Query() query: AdminRoomsQuery): Promise<AdminRoomPage> {
    return this.roomList.list(userId, query);
  }

  /** Makes a room read-only for everybody. */
  @Put(':id/archive')
  async archive(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<AdminRoom> {
    await this.keeping.setArchived(id, true);
    return this.roomList.show(userId, id);
  }

  /** Ends that. */
  @Delete(':id/archive')
  async unarchive(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<AdminRoom> {
    await this.keeping.setArchived(id, false);
    return this.roomList.show(userId, id);
  }

  /** Gives a room another owner; the one before becomes a moderator. */
  @Put(':id/owner')
  @Refuses('unknown_user')
  async setOwner(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { username }: SetRoomOwnerDto,
  ): Promise<AdminRoom> {
    await this.owners.set(id, username);
    return this.roomList.show(userId, id);
  }

  /** Makes the admin a member, private or not; the room's chat tells everybody in it, and it is recorded. */
  @HttpCode(200)
  @Post(':id/joining')
  async join(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<AdminRoom> {
    await this.keeping.join(userId, id);
    return this.roomList.show(userId, id);
  }

  /** Deletes a room, for everybody and for good. */
  @HttpCode(204)
  @Post(':id/deletion')
  async delete(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { confirmName }: DeleteRoomDto,
  ): Promise<void> {
    await this.deletion.deleteRoom(userId, id, confirmName);
  }
}
