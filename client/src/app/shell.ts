import { Component, effect, inject, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSidenavModule } from '@angular/material/sidenav';
import { Router, RouterOutlet } from '@angular/router';
import { BottomNavigation } from './bottom-navigation';
import { FrameStore } from './frame-store';
import { HomeNavigation } from './home/home-navigation';
import { PageTitle } from './page-title';
import { Place } from './place';
import { PostList } from './posts/post-list';
import { ProfilesApi } from './profiles/profiles-api';
import { Rail } from './rail';
import { CatchUp } from './realtime/catch-up';
import { ConnectionBanner } from './realtime/connection-banner';
import { RoomList } from './rooms/room-list';
import { RoomStore } from './rooms/room-store';
import { SettingsNavigation } from './settings/settings-navigation';
import { ThemeStore } from './settings/theme-store';
import { SessionStore } from './sign-in/session-store';
import { Viewport } from './ui/viewport';

/** The four-part frame around every page of the signed in: rail, left sidebar, body (which holds the right sidebar). */
@Component({
  selector: 'app-shell',
  imports: [
    BottomNavigation,
    ConnectionBanner,
    HomeNavigation,
    MatSidenavModule,
    PostList,
    Rail,
    RoomList,
    RouterOutlet,
    SettingsNavigation,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly place = inject(Place);
  protected readonly frame = inject(FrameStore);
  protected readonly viewport = inject(Viewport);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);

  constructor() {
    inject(CatchUp);
    this.adoptTheme();
    const [rooms, title] = [inject(RoomStore), inject(PageTitle)];
    effect(() => title.countUnread(rooms.unread()));
    effect(() => {
      const state = this.session.state();
      if (state === 'ended') untracked(() => void this.tellEnded());
      if (state === 'signed-out') location.assign('/sign-in');
    });
  }

  /** Past the rail and the lists, for those who go by keyboard. */
  protected skipToContent(): void {
    const stream = document.querySelector<HTMLElement>('[role=log]');
    (stream ?? document.getElementById('content'))?.focus();
  }

  private adoptTheme(): void {
    const theme = inject(ThemeStore);
    const user = this.session.user();
    if (user === null) return;
    void inject(ProfilesApi)
      .profile(user.username)
      .then((profile) => theme.adopt(profile.theme))
      .catch(() => undefined);
  }

  private async tellEnded(): Promise<void> {
    const { SessionEndedDialog } = await import('./sign-in/session-ended-dialog');
    this.dialog.closeAll();
    this.dialog
      .open(SessionEndedDialog, { disableClose: true, width: '400px' })
      .afterClosed()
      // A fresh page forgets everything of the account that has left.
      .subscribe(() => location.assign(`/sign-in?to=${encodeURIComponent(this.router.url)}`));
  }
}
