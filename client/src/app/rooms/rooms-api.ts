import { inject, Injectable } from '@angular/core';
import type { RoomDeletion } from '#contracts/deletion.dto.js';
import { LIMITS } from '#contracts/limits.js';
import type {
  CreateRoomDto,
  Membership,
  MembershipPage,
  Room,
  RoomPage,
  RoomRole,
  SlugPreview,
  UpdateRoomDto,
} from '#contracts/room.dto.js';
import type { User, UserPage } from '#contracts/user.dto.js';
import { Api } from '../realtime/api';

const at = (room: string) => `/rooms/${encodeURIComponent(room)}`;

/** The routes about rooms and their members. `room` is a slug or an id. */
@Injectable({ providedIn: 'root' })
export class RoomsApi {
  private readonly api = inject(Api);

  /** Rooms by name, as many as a page holds. */
  page(q: string, cursor?: string): Promise<RoomPage> {
    return this.api.get('/rooms', { scope: 'all', q: q || undefined, cursor, limit: LIMITS.pageSize.max });
  }

  /** How many rooms there are for the reader. */
  async count(): Promise<number> {
    return (await this.api.get<RoomPage>('/rooms', { scope: 'all', limit: 1 })).total ?? 0;
  }

  one(room: string): Promise<Room> {
    return this.api.get(at(room));
  }

  create(room: CreateRoomDto): Promise<Room> {
    return this.api.post('/rooms', room);
  }

  update(room: string, changes: UpdateRoomDto): Promise<Room> {
    return this.api.patch(at(room), changes);
  }

  /** Gives a room its picture. */
  putImage(room: string, picture: Blob): Promise<Room> {
    const form = new FormData();
    form.append('file', picture, picture.type === 'image/webp' ? 'picture.webp' : 'picture.jpg');
    return this.api.put(`${at(room)}/image`, form);
  }

  removeImage(room: string): Promise<Room> {
    return this.api.delete(`${at(room)}/image`);
  }

  setArchived(room: string, isArchived: boolean): Promise<Room> {
    const path = `${at(room)}/archive`;
    return isArchived ? this.api.put(path) : this.api.delete(path);
  }

  setFavourite(room: string, isFavourite: boolean): Promise<unknown> {
    const path = `${at(room)}/favourite`;
    return isFavourite ? this.api.put(path) : this.api.delete(path);
  }

  /** What would go with it. */
  deletion(room: string): Promise<RoomDeletion> {
    return this.api.get(`${at(room)}/deletion`);
  }

  remove(room: string, confirmName: string): Promise<unknown> {
    return this.api.post(`${at(room)}/deletion`, { confirmName });
  }

  async slugFor(name: string): Promise<string> {
    return (await this.api.get<SlugPreview>('/slugs', { for: 'room', name })).slug;
  }

  join(room: string): Promise<unknown> {
    return this.api.put(`${at(room)}/membership`);
  }

  leave(room: string): Promise<unknown> {
    return this.api.delete(`${at(room)}/membership`);
  }

  askToJoin(room: string): Promise<unknown> {
    return this.api.post(`${at(room)}/requests`);
  }

  /** Who asks to join, the first first. */
  async requests(room: string): Promise<User[]> {
    return (await this.api.get<UserPage>(`${at(room)}/requests`)).items;
  }

  dismissRequest(room: string, username: string): Promise<unknown> {
    return this.api.delete(`${at(room)}/requests/${encodeURIComponent(username)}`);
  }

  /** Every member of a room. */
  async members(room: string): Promise<Membership[]> {
    const members: Membership[] = [];
    let cursor: string | undefined;
    do {
      const page: MembershipPage = await this.api.get(`${at(room)}/members`, { cursor, limit: 200 });
      members.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return members;
  }

  putMember(room: string, username: string, role?: RoomRole): Promise<Membership> {
    return this.api.put(`${at(room)}/members/${encodeURIComponent(username)}`, role === undefined ? {} : { role });
  }

  removeMember(room: string, username: string): Promise<unknown> {
    return this.api.delete(`${at(room)}/members/${encodeURIComponent(username)}`);
  }
}
