import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import type { Action } from '../ui/action';
import { ActionButton } from '../ui/action-button';
import { Avatar } from '../ui/avatar';
import { Notice } from '../ui/notice';
import { PictureCutter } from '../ui/picture-cutter';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

/** The picture of a room, and the ways to change it; that is done at once. */
@Component({
  selector: 'app-room-picture',
  imports: [ActionButton, Avatar, MatButtonModule],
  template: `
    <app-avatar shape="room" [id]="room().id" [name]="name() || '?'" [imageUrl]="room().imageUrl" [size]="72" />
    @if (room().imageUrl) {
      <app-action-button class="change" icon="photo_camera" [label]="t('rooms.picture')" [actions]="actions" />
    } @else {
      <button matButton class="small" type="button" [attr.aria-label]="t('rooms.addPicture')" (click)="picker.click()">
        {{ t('rooms.picture') }}
      </button>
    }
    <input #picker type="file" accept="image/*" hidden (change)="choose(picker)" />
    <p class="problem" role="alert">{{ isUnreadable() ? t('settings.noPicture') : '' }}</p>
  `,
  styles: `
    :host {
      display: grid;
      flex: none;
      justify-items: center;
      width: 72px;
    }
    button {
      min-width: 72px;
      padding-inline: 4px;
    }
    .problem {
      color: var(--mat-sys-error);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class RoomPicture {
  readonly room = input.required<KnownRoom>();
  /** As it stands in the form. */
  readonly name = input.required<string>();
  protected readonly t = t;
  private readonly api = inject(RoomsApi);
  private readonly rooms = inject(RoomStore);
  private readonly cutter = inject(PictureCutter);
  private readonly notice = inject(Notice);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  protected readonly isUnreadable = signal(false);
  protected readonly actions: Action[] = [
    { icon: 'photo_library', label: t('rooms.changePicture'), run: () => this.picker().nativeElement.click() },
    { icon: 'delete', label: t('rooms.removePicture'), isDanger: true, run: () => this.remove() },
  ];

  /** Lets the square be cut from a chosen file, and shows it to everybody. */
  protected async choose(picker: HTMLInputElement): Promise<void> {
    const file = picker.files?.[0];
    // The same file may be chosen again.
    picker.value = '';
    if (file === undefined) return;
    this.isUnreadable.set(false);
    try {
      const room = await this.cutter.cut(file, {
        heading: t('rooms.roomPicture'),
        hint: t('rooms.cropHint'),
        isRound: false,
        send: (square) => this.api.putImage(this.room().id, square),
      });
      if (room !== undefined) this.rooms.put(room);
    } catch {
      this.isUnreadable.set(true);
    }
  }

  private async remove(): Promise<void> {
    await this.notice.attempt(async () => this.rooms.put(await this.api.removeImage(this.room().id)));
  }
}
