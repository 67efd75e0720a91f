import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { CreateRoomDto, Room, RoomPage, RoomsQuery, UpdateRoomDto } from '#contracts/room.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { RoomFounder } from '../rooms/room-founder.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { RoomViews } from './room-views.js';

/** Room routes whose answer is a whole `Room`, which takes what several modules know. */
@Controller('rooms')
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly founder: RoomFounder,
    private readonly views: RoomViews,
  ) {}

  /** Rooms by name: the joined ones and every public one, or only the joined ones. */
  @Get()
  async list(@CurrentUser() { userId }: Principal, @Query() query: RoomsQuery): Promise<RoomPage> {
    const { rooms, ...page } = await this.rooms.list(userId, query);
    return { items: await this.views.compose(userId, rooms), ...page };
  }

  /** Makes a room with its chat post and welcome message. */
  @Post()
  @Refuses('forbidden', 'slug_taken')
  async create(@CurrentUser() { userId }: Principal, @Body() wish: CreateRoomDto): Promise<Room> {
    return this.views.one(userId, await this.founder.create(userId, wish));
  }

  /** One room by slug, present or old, or id. */
  @Get(':room')
  async show(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<Room> {
    const { roomId } = await this.rooms.open(userId, room);
    return this.views.one(userId, roomId);
  }

  /** Changes a room. */
  @Patch(':room')
  @Refuses('forbidden', 'read_only', 'slug_taken')
  async update(
    @CurrentUser() { userId }: Principal,
    @Param('room') room: string,
    @Body() change: UpdateRoomDto,
  ): Promise<Room> {
    return this.views.one(userId, await this.rooms.update(userId, room, change));
  }

  /** Makes a room read-only for everybody; only its owner may. */
  @Put(':room/archive')
  @Refuses('forbidden')
  async archive(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<Room> {
    return this.views.one(userId, await this.rooms.setArchived(userId, room, true));
  }

  /** Lets people write in a room again; only its owner may. */
  @Delete(':room/archive')
  @Refuses('forbidden')
  async unarchive(@CurrentUser() { userId }: Principal, @Param('room') room: string): Promise<Room> {
    return this.views.one(userId, await this.rooms.setArchived(userId, room, false));
  }
}
