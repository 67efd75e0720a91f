import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { t, written } from '../language/texts';
import { PostStore } from '../posts/post-store';
import { OwnProfile } from '../profiles/own-profile';
import { ChatSocket } from '../realtime/chat-socket';
import { RoomCover } from '../rooms/room-cover';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { PersonName } from '../ui/person-name';

/** The reader's own card. */
@Component({
  selector: 'app-own-card',
  imports: [Avatar, Icon, MatButtonModule, MatTooltipModule, PersonName, RoomCover, RouterLink],
  templateUrl: './own-card.html',
  styleUrl: './own-card.scss',
})
export class OwnCard {
  protected readonly t = t;
  protected readonly written = written;
  protected readonly session = inject(SessionStore);
  protected readonly socket = inject(ChatSocket);
  protected readonly own = inject(OwnProfile);
  protected readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  protected readonly languageOf = languageOf;
  protected readonly roomCount = computed(() => this.rooms.mine().length);
  protected readonly postCount = computed(
    () => this.posts.recentTopics().filter(({ authorId }) => authorId === this.session.user()?.id).length,
  );

  constructor() {
    this.own.reload();
  }
}
