import { inject, Injectable } from '@angular/core';
import type { CreateRoomInviteDto, NewRoomInvite, RoomInvite, RoomInviteList } from '#contracts/invite.dto.js';
import { Api } from '../../realtime/api';

const at = (roomId: string) => `/rooms/${roomId}/invites`;

/** The routes about links into a room, for those who keep it. */
@Injectable({ providedIn: 'root' })
export class InviteLinksApi {
  private readonly api = inject(Api);

  /** Those that work, the newest first. */
  async list(roomId: string): Promise<RoomInvite[]> {
    return (await this.api.get<RoomInviteList>(at(roomId))).items;
  }

  /** The address is in this answer only. */
  make(roomId: string, wish: CreateRoomInviteDto): Promise<NewRoomInvite> {
    return this.api.post(at(roomId), wish);
  }

  revoke(roomId: string, id: string): Promise<void> {
    return this.api.delete(`${at(roomId)}/${id}`);
  }
}
