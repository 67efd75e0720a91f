import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { Room } from '#contracts/room.dto.js';
import { RoomStore } from './room-store';

/** Opens the dialog that makes a room, and then the room. */
@Injectable({ providedIn: 'root' })
export class CreateRoom {
  private readonly dialog = inject(MatDialog);
  private readonly rooms = inject(RoomStore);
  private readonly router = inject(Router);

  async open(): Promise<void> {
    const { CreateRoomDialog } = await import('./create-room-dialog');
    this.dialog
      .open<unknown, never, Room>(CreateRoomDialog, {
        width: '560px',
        maxWidth: '100vw',
        panelClass: 'full-on-phone',
        autoFocus: false,
        ariaLabelledBy: 'create-room-title',
      })
      .afterClosed()
      .subscribe((room) => {
        // A button that only closes gives an empty text.
        if (!room) return;
        this.rooms.put(room);
        void this.router.navigate(['/r', room.slug]);
      });
  }
}
