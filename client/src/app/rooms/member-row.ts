import { Component, computed, inject, input } from '@angular/core';
import type { Membership } from '#contracts/room.dto.js';
import { t } from '../language/texts';
import { SessionStore } from '../sign-in/session-store';
import { ActionButton } from '../ui/action-button';
import { ago } from '../ui/ago';
import { ProfileCardLink } from '../profiles/profile-card-link';
import { Avatar } from '../ui/avatar';
import { PersonName } from '../ui/person-name';
import { Clock } from '../ui/short-time';
import { MemberActions } from './member-actions';

const TITLES = { owner: 'rooms.owner', moderator: 'rooms.moderator', member: undefined } as const;

/** One member: who, as what, here or since when away, and what one may do with them. */
@Component({
  selector: 'app-member-row',
  imports: [ActionButton, Avatar, PersonName, ProfileCardLink],
  templateUrl: './member-row.html',
  styleUrl: './member-row.scss',
})
export class MemberRow {
  readonly member = input.required<Membership>();
  readonly presence = input.required<'online' | 'offline'>();
  private readonly session = inject(SessionStore);
  private readonly clock = inject(Clock);
  private readonly memberActions = inject(MemberActions);

  protected readonly t = t;
  protected readonly user = computed(() => this.member().user);
  protected readonly isGone = computed(() => this.user().status === 'deactivated');
  protected readonly actions = computed(() => this.memberActions.of(this.member()));
  protected readonly note = computed(() => {
    const { id, lastSeenAt } = this.user();
    const isAway = this.presence() === 'offline' && lastSeenAt !== undefined;
    const lastSeen = isAway ? t('profiles.seen', { when: ago(lastSeenAt, this.clock.now()) }) : '';
    const you = id === this.session.user()?.id ? t('rooms.you') : '';
    const title = TITLES[this.member().role];
    return [title && t(title), you, lastSeen].filter(Boolean).join(' · ');
  });
}
