import { inject, Injectable } from '@angular/core';
import type { Invitation } from '#contracts/invite.dto.js';
import { PagedList } from '../table/paged-list';
import { InvitationsApi, type InvitationsQuery } from './invitations-api';

/** Who is invited and has not come yet. */
@Injectable({ providedIn: 'root' })
export class InvitationList {
  private readonly api = inject(InvitationsApi);
  readonly list = new PagedList<Invitation, InvitationsQuery>((query, cursor, limit) =>
    this.api.page(query, cursor, limit),
  );
}
