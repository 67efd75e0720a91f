import { Component, effect, inject, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../../language/texts';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { type Column, DataTable } from '../table/data-table';
import { ListPage } from '../table/list-page';
import { ListWish } from '../table/list-wish';
import { NothingFound } from '../table/nothing-found';
import { refreshOnReturn } from '../table/refresh-on-return';
import { InvitationActions } from './invitation-actions';
import { InvitationList } from './invitation-list';
import { InvitationRow } from './invitation-row';

/** `/admin/invitations`: who is invited and has not come yet. */
@Component({
  selector: 'app-invitations-page',
  imports: [DataTable, EmptyState, Icon, InvitationRow, ListPage, MatButtonModule, NothingFound],
  templateUrl: './invitations-page.html',
  styleUrl: './invitations-page.scss',
})
export class InvitationsPage {
  protected readonly t = t;
  protected readonly list = inject(InvitationList).list;
  protected readonly actions = inject(InvitationActions);
  protected readonly wish = new ListWish<'all', 'sent'>(['sent']);

  protected readonly columns: readonly Column[] = [
    { label: 'admin-people.email' },
    { label: 'admin-people.status', kind: 'wide' },
    { label: 'admin-invitations.invitedBy', kind: 'wide' },
    { label: 'admin-invitations.sent', kind: 'wide' },
    { label: 'admin-invitations.expires', kind: 'wide' },
    { label: 'admin.actions', kind: 'quiet' },
  ];

  constructor() {
    effect(() => {
      const query = { q: this.wish.words() };
      untracked(() => void this.list.look(query));
    });
    refreshOnReturn(() => this.list.refresh());
  }
}
