import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { Membership } from '#contracts/room.dto.js';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { Confirm } from '../ui/confirm';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Clock, shortTime } from '../ui/short-time';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';
import { RoomActions } from './room-actions';

const ROLES = { owner: 'Owner', moderator: 'Moderator', member: '' } as const;

/** Who belongs to the room: online first, then offline. */
@Component({
  selector: 'app-member-list',
  imports: [Avatar, Icon, MatButtonModule, MatMenuModule, RouterLink],
  templateUrl: './member-list.html',
  styleUrl: './member-list.scss',
})
export class MemberList {
  protected readonly store = inject(MemberStore);
  private readonly actions = inject(RoomActions);
  private readonly session = inject(SessionStore);
  private readonly current = inject(CurrentRoom);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);
  private readonly clock = inject(Clock);

  protected readonly groups = computed(() => [
    { state: 'online' as const, heading: 'Online', members: this.store.online() },
    { state: 'offline' as const, heading: 'Offline', members: this.store.offline() },
  ]);

  protected note({ user, role }: Membership, state: 'online' | 'offline'): string {
    const lastSeen =
      state === 'offline' && user.lastSeenAt !== undefined ? seen(shortTime(user.lastSeenAt, this.clock.now())) : '';
    const you = user.id === this.session.user()?.id ? 'You' : '';
    return [ROLES[role], you, lastSeen].filter(Boolean).join(' · ');
  }

  protected canRemove(member: Membership): boolean {
    return this.actions.canManageMembers() && member.role !== 'owner' && member.user.id !== this.session.user()?.id;
  }

  protected async remove(member: Membership): Promise<void> {
    const isSure = await this.confirm.ask({
      title: `Remove ${member.user.displayName}?`,
      text: `They leave ${this.current.room()?.name ?? 'the room'}. Messages they wrote stay.`,
      action: 'Remove member',
    });
    if (isSure) await this.notice.attempt(() => this.store.remove(member));
  }
}

function seen(when: string): string {
  return /^\d+ (min|h)$/.test(when) ? `Seen ${when} ago` : `Seen ${when === 'now' ? 'just now' : when}`;
}
