import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { PostStore } from '../posts/post-store';
import { RoomCover } from '../rooms/room-cover';
import { RoomStore } from '../rooms/room-store';
import { Avatar } from '../ui/avatar';
import { languageOf } from '../ui/language';

const SHOWN = 6;

/** The topic posts of the reader's rooms that were active last. */
@Component({
  selector: 'app-recent-posts',
  imports: [Avatar, RoomCover, RouterLink],
  templateUrl: './recent-posts.html',
  styleUrl: './recent-posts.scss',
})
export class RecentPosts {
  private readonly posts = inject(PostStore);
  private readonly rooms = inject(RoomStore);

  protected readonly t = t;
  protected readonly items = computed(() =>
    this.posts
      .recentTopics()
      .flatMap((post) => {
        const room = this.rooms.room(post.roomId);
        if (room === undefined || room.myRole === null) return [];
        return [{ post, room, count: post.lastSeq - post.firstSeq + 1, language: languageOf(post.title) }];
      })
      .slice(0, SHOWN),
  );
}
