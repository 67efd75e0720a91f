import { Clipboard } from '@angular/cdk/clipboard';
import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { FrameStore } from '../frame-store';
import { MarkRead } from '../posts/mark-read';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { LateDialog } from '../ui/late-dialog';
import { Notice } from '../ui/notice';
import { CurrentRoom } from './current-room';
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

  private readonly role = computed(() => this.current.room()?.myRole ?? null);
  readonly canManageMembers = computed(() => this.role() === 'owner' || this.role() === 'moderator');
  readonly canAddMembers = computed(() => this.current.room()?.visibility === 'private' && this.canManageMembers());
  /** An owner must hand the room over first. */
  readonly canLeave = computed(() => this.role() === 'member' || this.role() === 'moderator');

  /** The lines of the room's menu. */
  readonly all = computed<Action[]>(() => {
    const room = this.current.room();
    if (room === undefined) return [];
    const { id, name } = room;
    const lines: (Action | false)[] = [
      { icon: 'info', label: 'Room info', run: () => this.showInfo() },
      this.rooms.unreadIn(id) > 0 && {
        icon: 'done_all',
        label: 'Mark room read',
        run: () => this.markRead.room(id, name),
      },
      { icon: 'link', label: 'Copy link', run: () => this.copyLink() },
      this.canAddMembers() && { icon: 'group_add', label: 'Add member', run: () => this.addMember() },
      this.canLeave() && { icon: 'logout', label: 'Leave room', isDanger: true, run: () => this.leave() },
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
    if (room !== undefined && this.clipboard.copy(`${location.origin}/r/${room.slug}`)) this.notice.say('Link copied');
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

  async join(): Promise<void> {
    const room = this.current.room();
    if (room !== undefined) await this.notice.attempt(() => this.rooms.join(room.id));
  }

  /** Asks first. */
  async leave(room = this.current.room()): Promise<void> {
    if (room === undefined) return;
    const isSure = await this.confirm.ask({
      icon: 'logout',
      title: `Leave ${room.name}?`,
      text:
        room.visibility === 'private'
          ? 'Messages you wrote stay in the room. To come back, somebody has to add you.'
          : 'Messages you wrote stay in the room. You can join again.',
      action: 'Leave room',
    });
    if (isSure) await this.notice.attempt(() => this.rooms.leave(room.id));
  }
}
