import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Membership, RoomRole } from '#contracts/room.dto.js';
import { SessionStore } from '../sign-in/session-store';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';

const CALLED: Record<RoomRole, string> = { owner: 'the owner', moderator: 'a moderator', member: 'a member' };

/** What one may do with a member of the room on screen. The server decides again. */
@Injectable({ providedIn: 'root' })
export class MemberActions {
  private readonly store = inject(MemberStore);
  private readonly current = inject(CurrentRoom);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);

  /** The lines of a member's menu. */
  of(member: Membership): Action[] {
    const open = () => this.router.navigate(['/u', member.user.username]);
    const lines: Action[] = [{ icon: 'account_circle', label: 'View profile', run: open }];
    const myRole = this.current.room()?.myRole ?? null;
    if (member.role === 'owner' || member.user.id === this.session.user()?.id) return lines;
    if (myRole === 'owner') lines.push(...this.ofOwner(member));
    if (myRole === 'owner' || (myRole === 'moderator' && member.role === 'member')) {
      lines.push({
        icon: 'person_remove',
        label: 'Remove from room',
        isDanger: true,
        run: () => this.remove(member),
      });
    }
    return lines;
  }

  private ofOwner(member: Membership): Action[] {
    const turned: Action =
      member.role === 'member'
        ? { icon: 'shield_person', label: 'Make moderator', run: () => this.turn(member, 'moderator') }
        : { icon: 'person', label: 'Make member', run: () => this.turn(member, 'member') };
    return [turned, { icon: 'swap_vert', label: 'Hand over ownership', run: () => this.handOver(member) }];
  }

  private async turn(member: Membership, role: RoomRole): Promise<void> {
    const isDone = await this.notice.attempt(() => this.store.setRole(member, role));
    if (isDone) this.notice.say(`${member.user.displayName} is ${CALLED[role]} now`);
  }

  private async handOver(member: Membership): Promise<void> {
    const { displayName } = member.user;
    const isSure = await this.confirm.ask({
      icon: 'shield_person',
      title: `Hand ${this.roomName()} over to ${displayName}?`,
      text: `${displayName} becomes its owner, and only they can hand it back. You stay in the room.`,
      action: 'Hand over',
    });
    if (isSure) await this.turn(member, 'owner');
  }

  private async remove(member: Membership): Promise<void> {
    const isSure = await this.confirm.ask({
      icon: 'person_remove',
      title: `Remove ${member.user.displayName}?`,
      text: `They leave ${this.roomName()}. Messages they wrote stay.`,
      action: 'Remove member',
    });
    if (isSure) await this.notice.attempt(() => this.store.remove(member));
  }

  private roomName(): string {
    return this.current.room()?.name ?? 'the room';
  }
}
