import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Room } from '#contracts/room.dto.js';
import { LateDialog } from '../ui/late-dialog';
import { RoomStore } from './room-store';

/** Opens the dialog that makes a room, and then the room. */
@Injectable({ providedIn: 'root' })
export class CreateRoom {
  private readonly dialog = inject(LateDialog);
  private readonly rooms = inject(RoomStore);
  private readonly router = inject(Router);

  async open(): Promise<void> {
    const room = await this.dialog.open<Room>(async () => (await import('./create-room-dialog')).CreateRoomDialog, {
      width: '560px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'create-room-title',
    });
    if (room === undefined) return;
    this.rooms.put(room);
    await this.router.navigate(['/r', room.slug]);
  }
}
