import { inject, Injectable } from '@angular/core';
import type { InviteDetails, InvitedRoom, InvitedRoomList } from '#contracts/invite.dto.js';
import { Api } from '../realtime/api';

/** What one can do with the secret of an invitation. */
@Injectable({ providedIn: 'root' })
export class InvitesApi {
  private readonly api = inject(Api);

  /** What it says. @throws ServerError `invite_unusable` */
  check(token: string): Promise<InviteDetails> {
    return this.api.post('/invites/check', { token });
  }

  /** Joins the rooms that it leads to; resolves to those. @throws ServerError `invite_unusable` */
  async accept(token: string): Promise<InvitedRoom[]> {
    return (await this.api.post<InvitedRoomList>('/invites/acceptance', { token })).rooms;
  }
}
