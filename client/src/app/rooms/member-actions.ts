import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Membership, RoomRole } from '#contracts/room.dto.js';
import { t, type TextKey } from '../language/texts';
import { SessionStore } from '../sign-in/session-store';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';

const BECAME = {
  owner: 'rooms.becameOwner',
  moderator: 'rooms.becameModerator',
  member: 'rooms.becameMember',
} satisfies Record<RoomRole, TextKey>;

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
    const lines: Action[] = [{ icon: 'account_circle', label: t('rooms.viewProfile'), run: open }];
    const myRole = this.current.room()?.myRole ?? null;
    if (member.role === 'owner' || member.user.id === this.session.user()?.id) return lines;
    if (myRole === 'owner') lines.push(...this.ofOwner(member));
    if (myRole === 'owner' || (myRole === 'moderator' && member.role === 'member')) {
      lines.push({
        icon: 'person_remove',
        label: t('rooms.removeFromRoom'),
        isDanger: true,
        run: () => this.remove(member),
      });
    }
    return lines;
  }

  private ofOwner(member: Membership): Action[] {
    const turned: Action =
      member.role === 'member'
        ? { icon: 'shield_person', label: t('rooms.makeModerator'), run: () => this.turn(member, 'moderator') }
        : { icon: 'person', label: t('rooms.makeMember'), run: () => this.turn(member, 'member') };
    return [turned, { icon: 'swap_vert', label: t('rooms.handOverOwnership'), run: () => this.handOver(member) }];
  }

  private async turn(member: Membership, role: RoomRole): Promise<void> {
    const isDone = await this.notice.attempt(() => this.store.setRole(member, role));
    if (isDone) this.notice.say(t(BECAME[role], { name: member.user.displayName }));
  }

  private async handOver(member: Membership): Promise<void> {
    const values = { name: member.user.displayName, room: this.roomName() };
    const isSure = await this.confirm.ask(() => ({
      icon: 'shield_person',
      title: t('rooms.handOverQuestion', values),
      text: t('rooms.handOverText', values),
      action: t('rooms.handOver'),
    }));
    if (isSure) await this.turn(member, 'owner');
  }

  private async remove(member: Membership): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'person_remove',
      title: t('rooms.removeQuestion', { name: member.user.displayName }),
      text: t('rooms.removeText', { room: this.roomName() }),
      action: t('rooms.removeMember'),
    }));
    if (!isSure || !(await this.notice.attempt(() => this.store.remove(member)))) return;
    this.notice.say(t('rooms.memberRemoved', { name: member.user.displayName }));
  }

  private roomName(): string {
    return this.current.room()?.name ?? '';
  }
}
