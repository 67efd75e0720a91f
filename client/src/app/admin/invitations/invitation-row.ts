import { Component, computed, inject, input } from '@angular/core';
import type { Invitation } from '#contracts/invite.dto.js';
import { t } from '../../language/texts';
import { ActionButton } from '../../ui/action-button';
import { Icon } from '../../ui/icon';
import { PersonName } from '../../ui/person-name';
import { Clock, ShortTimePipe } from '../../ui/short-time';
import { dateAndTime } from '../table/date-and-time';
import { StatusChip } from '../table/status-chip';
import { InvitationActions } from './invitation-actions';
import { lookOf } from './invitation-state';

/** The cells of one invitation. */
@Component({
  selector: 'app-invitation-row',
  imports: [ActionButton, Icon, PersonName, ShortTimePipe, StatusChip],
  host: { style: 'display: contents' },
  templateUrl: './invitation-row.html',
  styleUrl: '../table/tile-row.scss',
})
export class InvitationRow {
  readonly invitation = input.required<Invitation>();
  protected readonly t = t;
  private readonly clock = inject(Clock);
  private readonly invitationActions = inject(InvitationActions);
  protected readonly actions = computed(() => this.invitationActions.of(this.invitation()));
  protected readonly look = computed(() => lookOf(this.invitation(), this.clock.now()));
  protected readonly role = computed(() => t(`admin-people.role_${this.invitation().role}`));
  protected readonly until = computed(() => dateAndTime(this.invitation().expiresAt));
  protected readonly about = computed(() => {
    const count = this.invitation().roomIds.length;
    return count === 0 ? this.role() : `${this.role()} · ${t('admin-rooms.found', { count })}`;
  });
}
