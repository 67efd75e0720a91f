import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import { fileSize } from '../../attachments/file-size';
import { t, textParts } from '../../language/texts';
import type { Action } from '../../ui/action';
import { Confirm } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { TypedConfirm } from '../../ui/typed-confirm';
import { AdminRoomList } from './admin-room-list';
import { AdminRoomsApi } from './admin-rooms-api';
import { NewOwner } from './new-owner';
import type { PickedRoom } from './room-picker';

/** What an admin may do with a room. */
@Injectable({ providedIn: 'root' })
export class AdminRoomActions {
  private readonly api = inject(AdminRoomsApi);
  private readonly rooms = inject(AdminRoomList);
  private readonly newOwner = inject(NewOwner);
  private readonly confirm = inject(Confirm);
  private readonly typed = inject(TypedConfirm);
  private readonly notice = inject(Notice);
  private readonly router = inject(Router);

  /** The lines of a room's menu. */
  of(room: AdminRoom): Action[] {
    const isMember = room.myRole !== null;
    const isReadable = isMember || room.visibility === 'public';
    const isArchived = room.archivedAt !== undefined;
    const lines: (Action | false)[] = [
      isReadable && {
        icon: 'meeting_room',
        label: t('admin-rooms.open'),
        run: () => this.router.navigate(['/r', room.slug]),
      },
      isReadable && {
        icon: 'article',
        label: t('admin-rooms.showPosts'),
        run: () => this.router.navigate(['/admin/posts'], { queryParams: { room: room.id } }),
      },
      !isMember && { icon: 'login', label: t('admin-rooms.join'), run: () => this.join(room) },
      { icon: 'swap_horiz', label: t('admin.setOwner'), run: () => this.setOwner(room) },
      isArchived
        ? { icon: 'unarchive', label: t('admin-rooms.unarchive'), run: () => this.unarchive(room) }
        : { icon: 'archive', label: t('admin-rooms.archive'), run: () => this.archive(room) },
      { icon: 'delete', label: t('admin-rooms.delete'), isDanger: true, run: () => this.delete(room) },
    ];
    return lines.filter((line) => line !== false);
  }

  /** Makes the admin a member, seen by everybody in the room, once they are sure. The room as it is then. */
  async join(room: PickedRoom): Promise<AdminRoom | undefined> {
    const { name, visibility } = room;
    const isSure = await this.confirm.ask(() => ({
      icon: 'login',
      title: t('admin-rooms.joinAsk', { name }),
      text: t(`admin-rooms.joinText_${visibility}`),
      action: t('admin-rooms.joinDo'),
    }));
    return isSure ? this.take(() => this.api.join(room), t('admin-rooms.joined', { name })) : undefined;
  }

  private async archive(room: AdminRoom): Promise<void> {
    const { name } = room;
    const isSure = await this.confirm.ask(() => ({
      icon: 'archive',
      title: t('admin-rooms.archiveAsk', { name }),
      text: t('admin-rooms.archiveText'),
      action: t('admin-rooms.archive'),
    }));
    if (isSure) await this.take(() => this.api.archive(room), t('admin-rooms.archived', { name }));
  }

  private async unarchive(room: AdminRoom): Promise<void> {
    await this.take(() => this.api.unarchive(room), t('admin-rooms.unarchived', { name: room.name }));
  }

  private async setOwner(room: AdminRoom): Promise<void> {
    const changed = await this.newOwner.askFor(room);
    if (changed === undefined) return;
    this.rooms.list.replace(changed);
    this.notice.say(t('admin-rooms.ownerSet', { name: changed.owner.displayName, room: room.name }));
  }

  private async delete(room: AdminRoom): Promise<void> {
    const { name, memberCount: members, postCount: posts, messageCount: messages, fileBytes } = room;
    const isDone = await this.typed.ask({
      icon: 'delete',
      title: t('admin-rooms.deleteAsk', { name }),
      name,
      count: () =>
        Promise.resolve(
          textParts('admin-rooms.deleteText', { room: name, members, posts, messages, size: fileSize(fileBytes) }),
        ),
      keep: t('admin-rooms.keep'),
      action: t('admin-rooms.delete'),
      run: (typed) => this.api.delete(room, typed),
    });
    if (!isDone) return;
    this.rooms.list.remove(room.id);
    this.notice.say(t('admin-rooms.deleted', { name }));
  }

  private async take(work: () => Promise<AdminRoom>, done: string): Promise<AdminRoom | undefined> {
    let changed: AdminRoom | undefined;
    await this.notice.attempt(async () => {
      changed = await work();
      this.rooms.list.replace(changed);
      this.notice.say(done);
    });
    return changed;
  }
}
