import { Clipboard } from '@angular/cdk/clipboard';
import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { FrameStore } from '../frame-store';
import { t } from '../language/texts';
import { MarkRead } from '../posts/mark-read';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { LateDialog } from '../ui/late-dialog';
import { Notice } from '../ui/notice';
import { CurrentRoom } from './current-room';
import { RoomKeeping } from './room-keeping';
import { RoomStore } from './room-store';

/** What one may do with the room on screen. The server decides again. */
@Injectable({ providedIn: 'root' })
export class RoomActions {
  private readonly current = inject(CurrentRoom);
  private readonly rooms = inject(RoomStore);
  private readonly frame = inject(FrameStore);
  private readonly dialog = inject(LateDialog);
  private readonly notice = inject(Notice);
  private readonly clipboard = inject(Clipboard);
  private readonly confirm = inject(Confirm);
  private readonly markRead = inject(MarkRead);
  private readonly router = inject(Router);
  private readonly keeping = inject(RoomKeeping);

  private readonly role = computed(() => this.current.room()?.myRole ?? null);
  readonly canManageMembers = computed(() => this.role() === 'owner' || this.role() === 'moderator');
  readonly canAddMembers = computed(() => {
    const room = this.current.room();
    return room?.visibility === 'private' && room.archivedAt === undefined && this.canManageMembers();
  });
  /** An owner must hand the room over first. */
  readonly canLeave = computed(() => this.role() === 'member' || this.role() === 'moderator');

  /** The lines of the room's menu. */
  readonly all = computed<Action[]>(() => {
    const room = this.current.room();
    if (room === undefined) return [];
    const { id, name } = room;
    const keeping = this.keeping.of(room);
    const lines: (Action | false)[] = [
      ...this.keeping.favourite(room),
      { icon: 'info', label: t('rooms.info'), run: () => this.showInfo() },
      this.rooms.unreadIn(id) > 0 && {
        icon: 'done_all',
        label: t('rooms.markRead'),
        run: () => this.markRead.room(id, name),
      },
      { icon: 'link', label: t('rooms.copyLink'), run: () => this.copyLink() },
      this.canAddMembers() && { icon: 'group_add', label: t('rooms.addMember'), run: () => this.addMember() },
      this.canManageMembers() && { icon: 'add_link', label: t('invites.links'), run: () => this.showInviteLinks() },
      ...keeping.filter(({ isDanger }) => isDanger !== true),
      this.canLeave() && { icon: 'logout', label: t('rooms.leave'), isDanger: true, run: () => this.leave() },
      ...keeping.filter(({ isDanger }) => isDanger === true),
    ];
    return lines.filter((line) => line !== false);
  });

  /** Beside the chat of the room, which is where a room's own panel stands. */
  async showInfo(): Promise<void> {
    const room = this.current.room();
    if (room !== undefined) await this.router.navigate(['/r', room.slug]);
    this.frame.setInfo(true);
  }

  copyLink(): void {
    const room = this.current.room();
    if (room !== undefined && this.clipboard.copy(`${location.origin}/r/${room.slug}`))
      this.notice.say(t('rooms.linkCopied'));
  }

  async addMember(): Promise<void> {
    await this.dialog.open(async () => (await import('./add-member-dialog')).AddMemberDialog, {
      width: '480px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'add-member-title',
    });
  }

  async showInviteLinks(): Promise<void> {
    await this.dialog.open(async () => (await import('./invite-links/invite-links-dialog')).InviteLinksDialog, {
      data: this.current.room(),
      width: '560px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      ariaLabelledBy: 'invite-links-title',
    });
  }

  async join(): Promise<void> {
    const room = this.current.room();
    if (room !== undefined) await this.notice.attempt(() => this.rooms.join(room.id));
  }

  /** Asks first. */
  async leave(room = this.current.room()): Promise<void> {
    if (room === undefined) return;
    const isSure = await this.confirm.ask(() => ({
      icon: 'logout',
      title: t('rooms.leaveQuestion', { room: room.name }),
      text: t(room.visibility === 'private' ? 'rooms.leavePrivate' : 'rooms.leavePublic'),
      action: t('rooms.leave'),
    }));
    if (isSure) await this.notice.attempt(() => this.rooms.leave(room.id));
  }
}
