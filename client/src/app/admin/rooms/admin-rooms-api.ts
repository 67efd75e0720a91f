import { inject, Injectable } from '@angular/core';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { AdminRoom, AdminRoomPage, RoomSort, RoomState } from '#contracts/admin-content.dto.js';
import type { RoomVisibility } from '#contracts/room.dto.js';
import { Api } from '../../realtime/api';

/** Which rooms are asked for, and in which order. */
export interface RoomsQuery {
  q?: string | undefined;
  visibility?: RoomVisibility | undefined;
  state?: RoomState | undefined;
  sort?: RoomSort;
  order?: 'asc' | 'desc';
}

const MOST_OFFERED = 8;

const at = ({ id }: NamedRoom) => `/admin/rooms/${id}`;

/** The routes of the console about rooms. */
@Injectable({ providedIn: 'root' })
export class AdminRoomsApi {
  private readonly api = inject(Api);

  page(query: RoomsQuery, cursor: string | undefined, limit: number): Promise<AdminRoomPage> {
    return this.api.get('/admin/rooms', { ...query, cursor, limit });
  }

  /** Rooms by name or slug, as many as one offers. */
  async find(q: string): Promise<AdminRoom[]> {
    return (await this.page({ q }, undefined, MOST_OFFERED)).items;
  }

  archive(room: NamedRoom): Promise<AdminRoom> {
    return this.api.put(`${at(room)}/archive`);
  }

  unarchive(room: NamedRoom): Promise<AdminRoom> {
    return this.api.delete(`${at(room)}/archive`);
  }

  setOwner(room: NamedRoom, username: string): Promise<AdminRoom> {
    return this.api.put(`${at(room)}/owner`, { username });
  }

  join(room: NamedRoom): Promise<AdminRoom> {
    return this.api.post(`${at(room)}/joining`);
  }

  /** @param confirmName as it was typed */
  async delete(room: NamedRoom, confirmName: string): Promise<void> {
    await this.api.post(`${at(room)}/deletion`, { confirmName });
  }
}
