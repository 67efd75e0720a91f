import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { User } from '#contracts/user.dto.js';
import { t } from '../language/texts';
import { PersonLink } from '../profiles/person-link';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { KeepsFocus } from '../ui/keeps-focus';
import { Notice } from '../ui/notice';
import { RequestStore } from './request-store';

/** Who asks to join, above the members; nothing when nobody does. */
@Component({
  selector: 'app-join-requests',
  imports: [Avatar, Icon, MatButtonModule, PersonLink],
  templateUrl: './join-requests.html',
  hostDirectives: [KeepsFocus],
  styleUrl: './join-requests.scss',
})
export class JoinRequests {
  protected readonly t = t;
  protected readonly store = inject(RequestStore);
  private readonly notice = inject(Notice);
  private readonly announcer = inject(LiveAnnouncer);

  protected async accept(user: User): Promise<void> {
    const isDone = await this.notice.attempt(() => this.store.accept(user));
    if (isDone) void this.announcer.announce(t('rooms.memberAdded', { name: user.displayName }));
  }

  protected async dismiss(user: User): Promise<void> {
    const isDone = await this.notice.attempt(() => this.store.dismiss(user));
    if (isDone) void this.announcer.announce(t('rooms.turnedDown', { name: user.displayName }));
  }
}
