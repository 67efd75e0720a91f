import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { RoomStore } from '../rooms/room-store';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Skeletons } from '../ui/skeletons';
import { KnownDrafts } from './known-drafts';

/** The left sidebar of Home: its parts, and the reader's rooms one click away. */
@Component({
  selector: 'app-home-navigation',
  imports: [Avatar, Badge, Icon, RouterLink, Skeletons],
  templateUrl: './home-navigation.html',
  styleUrl: './home-navigation.scss',
})
export class HomeNavigation {
  protected readonly t = t;
  protected readonly rooms = inject(RoomStore);
  protected readonly drafts = inject(KnownDrafts);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);

  protected readonly showsDrafts = computed(() => this.query()?.get('view') === 'drafts');
  protected readonly mine = computed(() =>
    this.rooms.mine().map((room) => ({ room, unread: this.rooms.unreadIn(room.id), language: languageOf(room.name) })),
  );
}
