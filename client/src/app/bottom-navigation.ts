import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from './language/texts';
import { Place } from './place';
import { RoomStore } from './rooms/room-store';
import { SessionStore } from './sign-in/session-store';
import { Badge } from './ui/badge';
import { Icon } from './ui/icon';

/** The rail of a phone. */
@Component({
  selector: 'app-bottom-navigation',
  imports: [Badge, Icon, RouterLink],
  templateUrl: './bottom-navigation.html',
  styleUrl: './bottom-navigation.scss',
})
export class BottomNavigation {
  protected readonly t = t;
  protected readonly rooms = inject(RoomStore);
  private readonly place = inject(Place);
  private readonly session = inject(SessionStore);

  protected readonly username = computed(() => this.session.user()?.username ?? '');
  protected readonly here = computed(() => {
    const section = this.place.section();
    if (section === 'room') return 'rooms';
    return this.place.person() === this.username() ? 'you' : section;
  });
}
