import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { searchKeyOf } from '../language/search-key';
import { PeopleStore } from '../profiles/people-store';
import { PresenceStore } from '../profiles/presence-store';
import { ProfilesApi } from '../profiles/profiles-api';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomStore } from '../rooms/room-store';
import type { SwitcherEntry } from './switcher-entry';

/** The people one can look up, and what the server knows beyond those who were met already. */
@Injectable({ providedIn: 'root' })
export class SwitcherPeople {
  private readonly store = inject(PeopleStore);
  private readonly presence = inject(PresenceStore);
  private readonly api = inject(ProfilesApi);
  private readonly roomsApi = inject(RoomsApi);
  private readonly rooms = inject(RoomStore);
  private readonly router = inject(Router);

  readonly people = computed(() =>
    this.store
      .all()
      .filter(({ status }) => status !== 'deactivated')
      .map((user): SwitcherEntry => ({
        id: user.id,
        group: 'people',
        name: user.displayName,
        searchKey: searchKeyOf(user, user.displayName, user.username),
        detail: `@${user.username}`,
        picture: {
          id: user.id,
          shape: 'person',
          isOnline: this.presence.isOnline(user.id),
          ...(user.imageUrl !== undefined && { imageUrl: user.imageUrl }),
        },
        run: () => this.router.navigate(['/u', user.username]),
      })),
  );

  /** Asks the server for people and rooms of that name; without an answer the known ones have to do. */
  async ask(text: string): Promise<void> {
    const [people, rooms] = await Promise.allSettled([this.api.find(text), this.roomsApi.page(text)]);
    if (people.status === 'fulfilled') this.store.put(people.value);
    if (rooms.status === 'fulfilled') this.rooms.put(...rooms.value.items);
  }
}
