import { Component, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { ChatSocket } from './realtime/chat-socket';
import { SessionStore } from './sign-in/session-store';
import { Avatar } from './ui/avatar';
import { Icon } from './ui/icon';

/** Who is signed in, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, Icon, MatMenuModule, RouterLink],
  template: `
    @if (session.user(); as user) {
      <button type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="user.displayName + ', account menu'">
        <app-avatar
          [id]="user.id"
          [name]="user.displayName"
          [imageUrl]="user.imageUrl"
          [presence]="socket.isConnected() ? 'online' : 'offline'"
        />
      </button>
      <mat-menu #menu>
        <a mat-menu-item routerLink="/settings/profile"><app-icon name="person" /> Your profile</a>
        <button mat-menu-item (click)="session.signOut()"><app-icon name="logout" /> Sign out</button>
      </mat-menu>
    }
  `,
  styles: `
    button:not([mat-menu-item]) {
      display: grid;
      padding: 2px;
      border: 0;
      border-radius: 50%;
      background: none;
      cursor: pointer;
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly socket = inject(ChatSocket);
}
