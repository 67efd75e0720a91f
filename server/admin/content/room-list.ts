import { Injectable } from '@nestjs/common';
import type { AdminRoom, AdminRoomPage, AdminRoomsQuery } from '#contracts/admin-content.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { notFound } from '../../platform/errors/app-error.js';
import { isId } from '../../platform/ids/ids.js';
import { UsersService } from '../../users/users.service.js';
import { cut } from '../keyset.js';
import { type ListedRoom, RoomListRepository } from './room-list.repository.js';

/** Which rooms there are, for admins. */
@Injectable()
export class RoomList {
  constructor(
    private readonly repository: RoomListRepository,
    private readonly users: UsersService,
  ) {}

  /** A page of rooms, private ones among them. */
  async list(adminId: string, query: AdminRoomsQuery): Promise<AdminRoomPage> {
    const { sort = 'name', limit = LIMITS.pageSize.default, cursor, order, ...filter } = query;
    const [found, total] = await Promise.all([
      this.repository.list(adminId, filter, sort, { cursor, order, limit: limit + 1 }),
      this.repository.count(adminId, filter),
    ]);
    const { rows, ...page } = cut(found, limit);
    return { items: await this.present(rows), total, ...page };
  }

  /** One room. @throws AppError `not_found` */
  async show(adminId: string, id: string): Promise<AdminRoom> {
    const room = isId(id) ? await this.repository.find(adminId, id) : undefined;
    const [shown] = room ? await this.present([room]) : [];
    if (!shown) throw notFound();
    return shown;
  }

  private async present(rooms: readonly ListedRoom[]): Promise<AdminRoom[]> {
    const owners = await this.users.findMany(rooms.map(({ ownerId }) => ownerId));
    return rooms.flatMap((room) => {
      const owner = owners.get(room.ownerId);
      return owner ? [presentListed(room, owner)] : [];
    });
  }
}

function presentListed(room: ListedRoom, owner: AdminRoom['owner']): AdminRoom {
  const { id, slug, name, visibility, memberCount, postCount, messageCount, fileBytes, myRole } = room;
  return {
    ...{ id, slug, name, visibility, owner, memberCount, postCount, messageCount, fileBytes, myRole },
    activeAt: room.activeAt.toISOString(),
    createdAt: room.createdAt.toISOString(),
    ...(room.archivedAt && { archivedAt: room.archivedAt.toISOString() }),
  };
}
