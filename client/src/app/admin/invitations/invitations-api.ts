import { inject, Injectable } from '@angular/core';
import type { HandedInvitation, Invitation, InvitationPage, InvitePersonDto } from '#contracts/invite.dto.js';
import { Api } from '../../realtime/api';

/** Which invitations are asked for, the newest first. */
export interface InvitationsQuery {
  q?: string | undefined;
}

const at = ({ id }: Invitation) => `/admin/invitations/${id}`;

/** The routes of the console about invitations. */
@Injectable({ providedIn: 'root' })
export class InvitationsApi {
  private readonly api = inject(Api);

  page(query: InvitationsQuery, cursor: string | undefined, limit: number): Promise<InvitationPage> {
    return this.api.get('/admin/invitations', { ...query, cursor, limit });
  }

  invite(wish: InvitePersonDto): Promise<HandedInvitation> {
    return this.api.post('/admin/invitations', wish);
  }

  renew(invitation: Invitation): Promise<HandedInvitation> {
    return this.api.post(`${at(invitation)}/renewal`);
  }

  withdraw(invitation: Invitation): Promise<void> {
    return this.api.delete(at(invitation));
  }
}
