import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Place } from './place';
import { RoomStore } from './rooms/room-store';
import { Badge } from './ui/badge';
import { Icon } from './ui/icon';

/** The rail of a phone. */
@Component({
  selector: 'app-bottom-navigation',
  imports: [Badge, Icon, RouterLink],
  template: `
    <nav aria-label="Main">
      <a routerLink="/" aria-label="Home" [attr.aria-current]="place.section() === 'home' ? 'page' : null">
        <span class="pill"><app-icon [name]="place.section() === 'home' ? 'home-fill' : 'home'" /></span>Home
      </a>
      <a
        routerLink="/rooms"
        aria-label="Rooms"
        aria-describedby="navigation-rooms-note"
        [attr.aria-current]="isInRooms() ? 'page' : null"
      >
        <span class="pill">
          <app-icon [name]="isInRooms() ? 'meeting_room-fill' : 'meeting_room'" />
          <app-badge [count]="rooms.unread()" [isSpoken]="false" />
        </span>
        Rooms
      </a>
      <span id="navigation-rooms-note" hidden>{{ rooms.unread() > 0 ? rooms.unread() + ' unread' : '' }}</span>
      <a
        routerLink="/settings"
        aria-label="Settings"
        [attr.aria-current]="place.section() === 'settings' ? 'page' : null"
      >
        <span class="pill"><app-icon [name]="place.section() === 'settings' ? 'settings-fill' : 'settings'" /></span>
        Settings
      </a>
    </nav>
  `,
  styleUrl: './bottom-navigation.scss',
})
export class BottomNavigation {
  protected readonly place = inject(Place);
  protected readonly rooms = inject(RoomStore);

  protected isInRooms(): boolean {
    return this.place.section() === 'rooms' || this.place.section() === 'room';
  }
}
