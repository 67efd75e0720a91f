import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import type { AdminUser, CreatedUser, UserSort } from '#contracts/admin.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { t, type TextKey } from '../../language/texts';
import { PresenceStore } from '../../profiles/presence-store';
import { ActionMenu } from '../../ui/action-menu';
import type { Action } from '../../ui/action';
import type { Choice } from '../../ui/choice-menu';
import { Icon } from '../../ui/icon';
import { LateDialog } from '../../ui/late-dialog';
import { Viewport } from '../../ui/viewport';
import { InvitationActions } from '../invitations/invitation-actions';
import { type Column, DataTable } from '../table/data-table';
import { DIALOG_LOOK } from '../table/dialog-look';
import { type KindChip, ListPage } from '../table/list-page';
import { ListWish } from '../table/list-wish';
import { NothingFound } from '../table/nothing-found';
import { refreshOnReturn } from '../table/refresh-on-return';
import { BulkBar } from './bulk-bar';
import { PersonRow } from './person-row';
import { PeopleActions } from './people-actions';
import { PeopleCounts } from './people-counts';
import { type PeopleChoice, PeopleDirectory } from './people-directory';

const SORTS = ['name', 'lastSeen', 'created'] as const satisfies UserSort[];

/** `/admin/people`: every account, and what may be done with it. */
@Component({
  selector: 'app-people-page',
  imports: [ActionMenu, BulkBar, DataTable, Icon, ListPage, MatButtonModule, MatMenuModule, NothingFound, PersonRow],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  protected readonly t = t;
  protected readonly settableRoles = ['admin', 'member'] as const;
  protected readonly roleLabels = { admin: 'admin-people.role_admin', member: 'admin-people.role_member' } as const;
  protected readonly directory = inject(PeopleDirectory);
  protected readonly counts = inject(PeopleCounts);
  protected readonly viewport = inject(Viewport);
  protected readonly invitations = inject(InvitationActions);
  private readonly actions = inject(PeopleActions);
  private readonly dialog = inject(LateDialog);

  protected readonly columns: readonly Column[] = [
    { label: 'admin-people.person', sort: 'name' },
    { label: 'admin-people.role', kind: 'wide' },
    { label: 'admin-people.status', kind: 'wide' },
    { label: 'admin-people.lastSeen', sort: 'lastSeen', kind: 'wide' },
    { label: 'frame.rooms', kind: 'wide numbers' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  protected readonly sorts = computed<readonly Choice<UserSort>[]>(() =>
    SORTS.map((value) => ({ value, label: t(`admin-people.by_${value}`) })),
  );
  protected readonly summary = computed(() => {
    const known = this.counts.value();
    return known === null ? '' : t('admin-people.summary', { count: known.total, active: known.active });
  });
  protected readonly chips = computed<readonly KindChip<PeopleChoice>[]>(() => {
    const known = this.counts.value();
    const chip = (kind: PeopleChoice, label: TextKey, count?: number) => ({ kind, label: t(label), count });
    return [
      chip('all', 'admin.all', known?.total),
      chip('admins', 'admin-people.admins', known?.admins),
      chip('active', 'admin-people.active', known?.active),
      chip('invited', 'admin-people.invited', known?.invited),
      chip('deactivated', 'admin-people.deactivated', known?.deactivated),
    ];
  });
  protected readonly wish = new ListWish<PeopleChoice, UserSort>(SORTS);
  /** Whose menu is open. */
  protected readonly menuOf = signal<readonly Action[]>([]);
  protected readonly nameOf = ({ displayName }: AdminUser) => displayName;

  constructor() {
    this.directory.selection.clear();
    effect(() => {
      const { by, order } = this.wish.sort();
      const wish = { choice: this.wish.kind(), q: this.wish.words(), sort: by, order };
      untracked(() => void this.directory.list.look(wish));
    });
    refreshOnReturn(() => this.directory.refresh());
    // Of a list that goes on and on those near its end, where one reads.
    inject(PresenceStore).watch(() =>
      this.directory.list
        .items()
        .slice(-LIMITS.watchedUsers)
        .map(({ id }) => id),
    );
  }

  protected openMenu(person: AdminUser): void {
    this.menuOf.set(this.actions.of(person));
  }

  protected setRole(person: AdminUser, role: 'admin' | 'member'): void {
    if (person.role !== role) void this.actions.setRole(person, role);
  }

  protected async create(): Promise<void> {
    const made = await this.dialog.open<CreatedUser>(
      async () => (await import('./create-person-dialog')).CreatePersonDialog,
      { ...DIALOG_LOOK, autoFocus: false, ariaLabelledBy: 'create-person-title' },
    );
    if (made === undefined) return;
    void this.directory.refresh();
    await this.actions.show(made.passwordLink, made.user);
  }
}
