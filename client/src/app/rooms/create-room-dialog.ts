import { Component, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import type { Room } from '#contracts/room.dto.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { DialogFrame } from '../ui/dialog-frame';
import { RoomAddress } from './room-address';
import { RoomFields } from './room-fields';
import { roomForm } from './room-form';
import { RoomsApi } from './rooms-api';

/** Makes a room: the address follows the name until it is edited. */
@Component({
  selector: 'app-create-room-dialog',
  imports: [Avatar, DialogFrame, ReactiveFormsModule, RoomFields],
  providers: [RoomAddress],
  templateUrl: './create-room-dialog.html',
  styleUrl: './create-room-dialog.scss',
})
export class CreateRoomDialog {
  private readonly api = inject(RoomsApi);
  private readonly self = inject<MatDialogRef<CreateRoomDialog, Room>>(MatDialogRef);
  private readonly address = inject(RoomAddress);
  private readonly fields = viewChild.required(RoomFields);

  protected readonly t = t;
  protected readonly explain = explain;
  /** Always the same hue: the room's own comes with its id. */
  protected readonly avatarSeed = 'next';
  protected readonly form = roomForm();
  protected readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);

  constructor() {
    effect(() => {
      const [made, isOwn] = [this.address.made(), this.address.isOwn()];
      if (!isOwn) untracked(() => this.form.controls.slug.setValue(made));
    });
  }

  protected async createRoom(): Promise<void> {
    if (!this.fields().check()) return;
    const { slug, ...room } = this.form.getRawValue();
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.self.close(await this.api.create({ ...room, ...(this.address.isOwn() && { slug }) }));
    } catch (error) {
      if (!this.fields().refuse(error as ServerError)) this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }
}
