import { Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type MatMenu, MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { AdminUser } from '#contracts/admin.dto.js';
import { t, written } from '../../language/texts';
import { PresenceStore } from '../../profiles/presence-store';
import { SessionStore } from '../../sign-in/session-store';
import { ActionSheets } from '../../ui/action-sheets';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { PersonName } from '../../ui/person-name';
import { ShortTimePipe } from '../../ui/short-time';
import { Viewport } from '../../ui/viewport';
import { StatusChip } from '../table/status-chip';
import { PeopleActions } from './people-actions';
import { rightsOver } from './person-rights';
import { STATUS_LOOKS } from './status-looks';

/** The cells of one account. Its menus are shared by all rows. */
@Component({
  selector: 'app-person-row',
  imports: [Avatar, Icon, MatButtonModule, MatMenuModule, PersonName, RouterLink, ShortTimePipe, StatusChip],
  host: { style: 'display: contents' },
  templateUrl: './person-row.html',
  styleUrl: './person-row.scss',
})
export class PersonRow {
  readonly person = input.required<AdminUser>();
  readonly actions = input.required<MatMenu>();
  readonly roles = input.required<MatMenu>();
  /** The menu of this person is about to be read. */
  readonly asked = output();

  protected readonly t = t;
  protected readonly written = written;
  protected readonly viewport = inject(Viewport);
  protected readonly presence = inject(PresenceStore);
  private readonly session = inject(SessionStore);
  private readonly sheets = inject(ActionSheets);
  private readonly peopleActions = inject(PeopleActions);

  protected readonly look = computed(() => STATUS_LOOKS[this.person().status]);
  protected readonly role = computed(() => t(`admin-people.role_${this.person().role}`));
  protected readonly mayChangeRole = computed(() => rightsOver(this.person(), this.session.user()).changeRole);

  protected openSheet(): Promise<void> {
    return this.sheets.open(this.peopleActions.of(this.person()), this.person().displayName);
  }
}
