import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { UpdateRoomDto } from '#contracts/room.dto.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { DialogFrame } from '../ui/dialog-frame';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { RoomAddress } from './room-address';
import { RoomFields } from './room-fields';
import { roomForm } from './room-form';
import { RoomPicture } from './room-picture';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

/** Changes what a room is called, looks like and who finds it. Only what was changed is sent, so that others' changes stay. */
@Component({
  selector: 'app-edit-room-dialog',
  imports: [DialogFrame, Icon, ReactiveFormsModule, RoomFields, RoomPicture],
  providers: [RoomAddress],
  templateUrl: './edit-room-dialog.html',
  styleUrl: './edit-room-dialog.scss',
})
export class EditRoomDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  private readonly begun = inject<KnownRoom>(MAT_DIALOG_DATA);
  private readonly api = inject(RoomsApi);
  private readonly rooms = inject(RoomStore);
  private readonly notice = inject(Notice);
  private readonly self = inject<MatDialogRef<EditRoomDialog>>(MatDialogRef);
  private readonly fields = viewChild.required(RoomFields);

  protected readonly room = computed(() => this.rooms.room(this.begun.id) ?? this.begun);
  protected readonly oldAddress = `/r/${this.begun.slug}`;
  protected readonly form = roomForm(this.begun);
  protected readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly isMoved = computed(() => !['', this.begun.slug].includes(this.values().slug ?? ''));
  protected readonly turns = computed(() => {
    const { visibility } = this.values();
    return visibility === this.begun.visibility ? '' : t(`rooms.turns_${visibility ?? 'public'}`);
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);

  constructor() {
    inject(RoomAddress).keep(this.begun.slug);
  }

  protected async save(): Promise<void> {
    if (!this.fields().check()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.send(this.changes());
      this.self.close();
    } catch (error) {
      if (!this.fields().refuse(error as ServerError)) this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }

  private async send(changes: UpdateRoomDto): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    this.rooms.put(await this.api.update(this.begun.id, changes));
    this.notice.say(t('rooms.changed'));
  }

  private changes(): UpdateRoomDto {
    const { name, slug, about, visibility } = this.form.getRawValue();
    const { begun } = this;
    return {
      ...(name !== begun.name && { name }),
      ...(slug !== begun.slug && slug !== '' && { slug }),
      ...(about !== begun.about && { about }),
      ...(visibility !== begun.visibility && { visibility }),
    };
  }
}
