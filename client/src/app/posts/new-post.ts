import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Post } from '#contracts/post.dto.js';
import { CurrentRoom } from '../rooms/current-room';
import { LateDialog } from '../ui/late-dialog';
import { PostStore } from './post-store';

/** Opens the dialog that makes a post in the room on screen, and then the post. */
@Injectable({ providedIn: 'root' })
export class NewPost {
  private readonly dialog = inject(LateDialog);
  private readonly current = inject(CurrentRoom);
  private readonly posts = inject(PostStore);
  private readonly router = inject(Router);

  async open(): Promise<void> {
    const room = this.current.room();
    if (room === undefined) return;
    const post = await this.dialog.open<Post>(async () => (await import('./new-post-dialog')).NewPostDialog, {
      data: room,
      width: '600px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'new-post-title',
    });
    if (post === undefined) return;
    this.posts.put([post], true);
    await this.router.navigate(['/r', room.slug, 'p', post.slug]);
  }
}
