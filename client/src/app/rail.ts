import { Component, computed, inject } from '@angular/core';
import { MatRippleModule } from '@angular/material/core';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { AccountMenu } from './account-menu';
import { t } from './language/texts';
import { Place } from './place';
import { RoomStore } from './rooms/room-store';
import { ThemeStore } from './settings/theme-store';
import { SessionStore } from './sign-in/session-store';
import { Badge } from './ui/badge';
import { Icon } from './ui/icon';

/** The dark edge of the house: where to go, and who one is. */
@Component({
  selector: 'app-rail',
  imports: [AccountMenu, Badge, Icon, MatRippleModule, MatTooltipModule, RouterLink],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
})
export class Rail {
  protected readonly t = t;
  protected readonly rooms = inject(RoomStore);
  protected readonly theme = inject(ThemeStore);
  private readonly place = inject(Place);
  private readonly session = inject(SessionStore);

  protected readonly isAdmin = this.session.isAdmin;
  protected readonly username = computed(() => this.session.user()?.username ?? '');
  protected readonly here = computed(() => {
    const section = this.place.section();
    if (section === 'room') return 'rooms';
    return this.place.person() === this.username() ? 'profile' : section;
  });
  protected readonly nextTheme = computed(() => t(`frame.switchTo_${this.theme.next()}`));
  protected readonly roomsNote = computed(() =>
    this.rooms.unread() > 0 ? t('ui.unread', { count: this.rooms.unread() }) : null,
  );
}
