import { inject, Injectable } from '@angular/core';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import { PagedList } from '../table/paged-list';
import { AdminRoomsApi, type RoomsQuery } from './admin-rooms-api';

/** The rooms of the organisation, as the console lists them; one that is deleted goes at once. */
@Injectable({ providedIn: 'root' })
export class AdminRoomList {
  private readonly api = inject(AdminRoomsApi);
  readonly list = new PagedList<AdminRoom, RoomsQuery>((query, cursor, limit) => this.api.page(query, cursor, limit));

  constructor() {
    const socket = inject(ChatSocket);
    socket.on('room:deleted', ({ roomId }) => this.list.remove(roomId));
    socket.on('room', ({ id, name, slug, visibility, memberCount }) => {
      const known = this.list.items().find((room) => room.id === id);
      if (known !== undefined) this.list.replace({ ...known, name, slug, visibility, memberCount });
    });
  }
}
