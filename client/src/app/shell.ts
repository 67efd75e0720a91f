import { afterRenderEffect, Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { MatSidenavContainer, MatSidenavModule } from '@angular/material/sidenav';
import { Router, RouterOutlet } from '@angular/router';
import { AdminNavigation } from './admin/admin-navigation';
import { BackGesture } from './back-gesture';
import { BottomNavigation } from './bottom-navigation';
import { EdgeSwipe } from './edge-swipe';
import { FrameKeys } from './frame-keys';
import { FrameStore } from './frame-store';
import { HomeNavigation } from './home/home-navigation';
import { LanguageStore } from './language/language-store';
import { t } from './language/texts';
import { ListResizer } from './list-resizer';
import { ListScroll } from './list-scroll';
import { LostFocus } from './lost-focus';
import { NavigationProgress } from './navigation-progress';
import { OwnLinks } from './own-links';
import { PageTitle } from './page-title';
import { Place } from './place';
import { PostKeys } from './post-keys';
import { PostList } from './posts/post-list';
import { OwnProfile } from './profiles/own-profile';
import { Rail } from './rail';
import { CatchUp } from './realtime/catch-up';
import { ConnectionBanner } from './realtime/connection-banner';
import { RecentPlaces } from './switcher/recent-places';
import { RoomList } from './rooms/room-list';
import { RoomStore } from './rooms/room-store';
import { DensityStore } from './settings/density-store';
import { SettingsNavigation } from './settings/settings-navigation';
import { ThemeStore } from './settings/theme-store';
import { SessionEndedDialog } from './sign-in/session-ended-dialog';
import { SessionStore } from './sign-in/session-store';
import { SkipLinks } from './skip-links';
import { TabIcon } from './tab-icon';
import { FirstPaint } from './ui/first-paint';
import { PATIENT_TOOLTIPS } from './ui/tooltips';
import { Viewport } from './ui/viewport';

/** What works behind every page, whoever asks. */
const AT_WORK = [BackGesture, CatchUp, FirstPaint, FrameKeys, PostKeys, LostFocus, OwnLinks, RecentPlaces, TabIcon];

/** The four-part frame around every page of the signed in: rail, left sidebar, body (which holds the right sidebar). */
@Component({
  selector: 'app-shell',
  imports: [
    AdminNavigation,
    BottomNavigation,
    ConnectionBanner,
    HomeNavigation,
    ListResizer,
    ListScroll,
    MatProgressBarModule,
    MatSidenavModule,
    PostList,
    Rail,
    RoomList,
    RouterOutlet,
    SettingsNavigation,
    SkipLinks,
  ],
  providers: [BackGesture, FrameKeys, PostKeys, LostFocus, OwnLinks, PATIENT_TOOLTIPS],
  hostDirectives: [EdgeSwipe],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly t = t;
  protected readonly place = inject(Place);
  protected readonly frame = inject(FrameStore);
  protected readonly viewport = inject(Viewport);
  protected readonly progress = inject(NavigationProgress);
  protected readonly isResizing = signal(false);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly container = viewChild.required(MatSidenavContainer);

  constructor() {
    for (const service of AT_WORK) inject<unknown>(service);
    this.adoptProfile();
    const [rooms, title] = [inject(RoomStore), inject(PageTitle)];
    effect(() => title.countUnread(rooms.unread()));
    afterRenderEffect(() => {
      this.frame.listsWidth();
      this.container().updateContentMargins();
    });
    effect(() => {
      const state = this.session.state();
      if (state === 'ended') untracked(() => this.tellEnded());
      if (state === 'signed-out') location.assign('/sign-in');
      if (state === 'given-up') location.assign('/sign-in?said=deactivated');
    });
  }

  /** Names the list that is seen in the left sidebar: each room has one of its own. */
  protected listName(): string {
    if (!this.frame.isLeftOpen()) return '';
    return this.frame.lists() === 'posts' ? `posts/${this.place.room() ?? ''}` : this.frame.lists();
  }

  private adoptProfile(): void {
    const [theme, language, own] = [inject(ThemeStore), inject(LanguageStore), inject(OwnProfile)];
    effect(() => theme.adopt(own.settled()?.theme));
    // Only what is new: a choice made here of which the server did not hear stays.
    const locale = computed(() => own.settled()?.locale);
    effect(() => language.adopt(locale()));
    const [density, chosen] = [inject(DensityStore), computed(() => own.settled()?.density)];
    effect(() => density.adopt(chosen()));
  }

  private tellEnded(): void {
    this.dialog.closeAll();
    this.dialog
      .open(SessionEndedDialog, { disableClose: true, width: '400px', ariaLabelledBy: 'session-ended' })
      .afterClosed()
      // A fresh page forgets everything of the account that has left.
      .subscribe(() => location.assign(`/sign-in?to=${encodeURIComponent(this.router.url)}`));
  }
}
