import { computed, inject, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import type { Profile, UpdateProfileDto } from '#contracts/profile.dto.js';
import type { User, UserPage } from '#contracts/user.dto.js';
import { Api } from '../realtime/api';

/** The routes about people. */
@Injectable({ providedIn: 'root' })
export class ProfilesApi {
  private readonly api = inject(Api);
  private readonly underWay = signal(0);

  /** A change of the own profile is on its way: what is answered to others meanwhile may be from before it. */
  readonly isChanging = computed(() => this.underWay() > 0);
  /** The own profile as a change was answered. */
  readonly changed = new Subject<Profile>();

  profile(username: string): Promise<Profile> {
    return this.api.get(`/profiles/${encodeURIComponent(username)}`);
  }

  update(changes: UpdateProfileDto): Promise<Profile> {
    return this.change(() => this.api.patch('/profiles/me', changes));
  }

  /** Gives the reader another picture, as the server keeps it. */
  putImage(picture: Blob): Promise<Profile> {
    const form = new FormData();
    form.append('file', picture, picture.type === 'image/webp' ? 'picture.webp' : 'picture.jpg');
    return this.change(() => this.api.put('/profiles/me/image', form));
  }

  removeImage(): Promise<Profile> {
    return this.change(() => this.api.delete('/profiles/me/image'));
  }

  /** People whose username or display name holds the text. */
  async find(q: string, limit = 8): Promise<User[]> {
    return (await this.api.get<UserPage>('/users', { q, limit })).items;
  }

  /** The people with these ids, at most `LIMITS.pageSize.max`; ids that nobody has are left out. */
  async byIds(ids: readonly string[]): Promise<User[]> {
    return (await this.api.get<UserPage>('/users', { ids: ids.join(','), limit: ids.length })).items;
  }

  private async change(ask: () => Promise<Profile>): Promise<Profile> {
    this.underWay.update((count) => count + 1);
    try {
      const profile = await ask();
      this.changed.next(profile);
      return profile;
    } finally {
      this.underWay.update((count) => count - 1);
    }
  }
}
