import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { Post } from '#contracts/post.dto.js';
import { CurrentRoom } from '../rooms/current-room';
import type { KnownRoom } from '../rooms/room-state';
import { PostStore } from './post-store';

/** Opens the dialog that makes a post in the room on screen, and then the post. */
@Injectable({ providedIn: 'root' })
export class NewPost {
  private readonly dialog = inject(MatDialog);
  private readonly current = inject(CurrentRoom);
  private readonly posts = inject(PostStore);
  private readonly router = inject(Router);

  async open(): Promise<void> {
    const room = this.current.room();
    if (room === undefined) return;
    const { NewPostDialog } = await import('./new-post-dialog');
    this.dialog
      .open<unknown, KnownRoom, Post>(NewPostDialog, {
        data: room,
        width: '600px',
        maxWidth: '100vw',
        panelClass: 'full-on-phone',
        autoFocus: false,
        ariaLabelledBy: 'new-post-title',
      })
      .afterClosed()
      .subscribe((post) => {
        // A button that only closes gives an empty text.
        if (!post) return;
        this.posts.put([post], true);
        void this.router.navigate(['/r', room.slug, 'p', post.slug]);
      });
  }
}
