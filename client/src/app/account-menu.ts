import { Component, computed, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Router } from '@angular/router';
import { chordOf } from './keyboard/shortcut-catalogue';
import { t } from './language/texts';
import { ChatSocket } from './realtime/chat-socket';
import { SessionStore } from './sign-in/session-store';
import { Switcher } from './switcher/switcher';
import type { Action } from './ui/action';
import { ActionMenu } from './ui/action-menu';
import { ActionSheets } from './ui/action-sheets';
import { Avatar } from './ui/avatar';
import { Viewport } from './ui/viewport';

/** Who is signed in, what is only theirs, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [ActionMenu, Avatar, MatMenuModule],
  template: `
    @if (session.user(); as user) {
      <app-action-menu #menu [actions]="actions()" />
      @if (viewport.isCompact()) {
        <button type="button" aria-haspopup="dialog" [attr.aria-label]="label()" (click)="openSheet()">
          <app-avatar
            [id]="user.id"
            [name]="user.displayName"
            [imageUrl]="user.imageUrl"
            [size]="36"
            [presence]="presence()"
          />
        </button>
      } @else {
        <button type="button" [matMenuTriggerFor]="menu.panel()" [attr.aria-label]="label()">
          <app-avatar [id]="user.id" [name]="user.displayName" [imageUrl]="user.imageUrl" [presence]="presence()" />
        </button>
      }
    }
  `,
  styles: `
    button {
      display: grid;
      place-items: center;
      min-width: 44px;
      min-height: 44px;
      padding: 2px;
      border: 0;
      border-radius: 50%;
      background: none;
      cursor: pointer;
    }
    button:focus-visible {
      outline-color: var(--ring, var(--mat-sys-primary));
      outline-offset: 0;
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly viewport = inject(Viewport);
  private readonly socket = inject(ChatSocket);
  private readonly router = inject(Router);
  private readonly switcher = inject(Switcher);
  private readonly sheets = inject(ActionSheets);

  protected readonly label = computed(() => t('frame.accountMenu', { name: this.session.user()?.displayName ?? '' }));
  protected readonly presence = computed(() => (this.socket.isConnected() ? 'online' : 'offline'));
  protected readonly actions = computed<Action[]>(() => [
    { icon: 'search', label: t('frame.goTo'), keys: chordOf('switch'), run: () => this.switcher.open() },
    {
      icon: 'person',
      label: t('frame.yourProfile'),
      run: () => this.router.navigate(['/u', this.session.user()?.username]),
    },
    { icon: 'settings', label: t('frame.settings'), run: () => this.router.navigateByUrl('/settings') },
    { icon: 'logout', label: t('frame.signOut'), run: () => this.session.signOut() },
  ]);

  protected openSheet(): Promise<void> {
    return this.sheets.open(this.actions, this.label());
  }
}
