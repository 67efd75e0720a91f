import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { Avatar } from '../ui/avatar';
import { languageOf } from '../ui/language';

/** Rooms that somebody has to see to first, each with the way to it. */
@Component({
  selector: 'app-owned-rooms',
  imports: [Avatar, RouterLink],
  template: `
    <ul class="rooms" [attr.aria-label]="t('settings.yourOwnRooms')">
      @for (room of rooms(); track room.id) {
        <li>
          <a [routerLink]="['/r', room.slug]">
            <app-avatar shape="room" [id]="room.id" [name]="room.name" [imageUrl]="room.imageUrl" [size]="32" />
            <span class="ellipsis" [attr.lang]="languageOf(room.name)">{{ room.name }}</span>
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './account-form.scss',
})
export class OwnedRooms {
  readonly rooms = input.required<readonly { id: string; slug: string; name: string; imageUrl?: string }[]>();
  protected readonly t = t;
  protected readonly languageOf = languageOf;
}
