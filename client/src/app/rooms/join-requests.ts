import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { User } from '#contracts/user.dto.js';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { RequestStore } from './request-store';

/** Who asks to join, above the members; nothing when nobody does. */
@Component({
  selector: 'app-join-requests',
  imports: [Avatar, Icon, MatButtonModule, RouterLink],
  templateUrl: './join-requests.html',
  styleUrl: './join-requests.scss',
})
export class JoinRequests {
  protected readonly store = inject(RequestStore);
  private readonly notice = inject(Notice);

  protected async accept(user: User): Promise<void> {
    await this.notice.attempt(() => this.store.accept(user));
  }

  protected async dismiss(user: User): Promise<void> {
    await this.notice.attempt(() => this.store.dismiss(user));
  }
}
