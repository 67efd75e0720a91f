import { inject, Injectable } from '@angular/core';
import type { RoomDeletion } from '#contracts/deletion.dto.js';
import { fileSize } from '../attachments/file-size';
import { t, type TextPart, textParts } from '../language/texts';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { LateDialog } from '../ui/late-dialog';
import { Notice } from '../ui/notice';
import { TypedConfirm } from '../ui/typed-confirm';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

/** What one may do with a room itself, apart from what is in it. The server decides again. */
@Injectable({ providedIn: 'root' })
export class RoomKeeping {
  private readonly api = inject(RoomsApi);
  private readonly rooms = inject(RoomStore);
  private readonly dialog = inject(LateDialog);
  private readonly confirm = inject(Confirm);
  private readonly typedConfirm = inject(TypedConfirm);
  private readonly notice = inject(Notice);

  /** Its favourite mark, for members. */
  favourite(room: KnownRoom): Action[] {
    if (room.myRole === null) return [];
    const isFavourite = room.isFavourite === true;
    return [
      {
        icon: isFavourite ? 'star-fill' : 'star',
        label: t(isFavourite ? 'rooms.unfavourite' : 'rooms.favourite'),
        run: () => this.setFavourite(room, !isFavourite),
      },
    ];
  }

  /** For those who keep it; what is dangerous comes last. */
  of(room: KnownRoom): Action[] {
    const [isOwner, isArchived] = [room.myRole === 'owner', room.archivedAt !== undefined];
    const isKeeper = isOwner || room.myRole === 'moderator';
    const lines: (Action | false)[] = [
      isKeeper && !isArchived && { icon: 'edit', label: t('rooms.edit'), run: () => this.edit(room) },
      isOwner && { icon: 'shield_person', label: t('rooms.handOverOwnership'), run: () => this.handOver(room) },
      isOwner && !isArchived && { icon: 'archive', label: t('rooms.archive'), run: () => this.archive(room) },
      isOwner && isArchived && { icon: 'unarchive', label: t('rooms.unarchive'), run: () => this.bringBack(room) },
      isOwner && { icon: 'delete', label: t('rooms.delete'), isDanger: true, run: () => this.delete(room) },
    ];
    return lines.filter((line) => line !== false);
  }

  /** Shows at once and is taken back when the server refuses. */
  async setFavourite({ id }: KnownRoom, isFavourite: boolean): Promise<void> {
    this.rooms.setOwn(id, { isFavourite });
    const isDone = await this.notice.attempt(() => this.api.setFavourite(id, isFavourite));
    if (!isDone) this.rooms.setOwn(id, { isFavourite: !isFavourite });
  }

  async edit(room: KnownRoom): Promise<void> {
    await this.dialog.open(async () => (await import('./edit-room-dialog')).EditRoomDialog, {
      data: room,
      width: '560px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'edit-room-title',
    });
  }

  private async handOver(room: KnownRoom): Promise<void> {
    await this.dialog.open(async () => (await import('./hand-over-dialog')).HandOverDialog, {
      data: room,
      width: '480px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'hand-over-title',
    });
  }

  /** Asks first. */
  private async archive({ id, name }: KnownRoom): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'archive',
      title: t('rooms.archiveQuestion', { room: name }),
      text: t('rooms.archiveText'),
      action: t('rooms.archive'),
    }));
    if (isSure) await this.setArchived(id, true);
  }

  private async bringBack({ id }: KnownRoom): Promise<void> {
    await this.setArchived(id, false);
  }

  private async setArchived(id: string, isArchived: boolean): Promise<void> {
    const isDone = await this.notice.attempt(async () => this.rooms.put(await this.api.setArchived(id, isArchived)));
    if (isDone) this.notice.say(t(isArchived ? 'rooms.archived' : 'rooms.unarchived'));
  }

  /** Its name is typed first. Whoever is in it is told and moved out, this reader too. */
  private async delete({ id, name }: KnownRoom): Promise<void> {
    const isDone = await this.typedConfirm.ask(() => ({
      icon: 'delete',
      title: t('rooms.deleteQuestion'),
      name,
      count: async () => {
        const going = await this.api.deletion(id);
        return () => deletedWith(name, going);
      },
      keep: t('rooms.keep'),
      action: t('rooms.delete'),
      run: (typed) => this.api.remove(id, typed),
    }));
    if (isDone) this.rooms.lose(id);
  }
}

function deletedWith(room: string, { posts, messages, files, fileBytes, members }: RoomDeletion): TextPart[] {
  return textParts('rooms.deleteText', {
    room,
    posts: t('posts.postCount', { count: posts }),
    messages: t('posts.messageCount', { count: messages }),
    files: t('messages.files', { count: files }),
    size: fileSize(fileBytes),
    members: t('rooms.memberCount', { count: members }),
  });
}
