import { Component, computed, inject } from '@angular/core';
import { MatTooltipModule } from '@angular/material/tooltip';
import { FrameStore } from '../frame-store';
import { t } from '../language/texts';
import { Faces } from '../ui/faces';
import { InfoTab } from './info-tab';
import { MemberStore } from './member-store';

const MOST_SHOWN = 4;

/** A few of the members who are here, and the way to all of them. */
@Component({
  selector: 'app-online-stack',
  imports: [Faces, MatTooltipModule],
  template: `
    @if (shown().length > 0) {
      <button
        type="button"
        [attr.aria-label]="t('rooms.onlineShowMembers', { count: count() })"
        [matTooltip]="t('rooms.onlineCount', { count: count() })"
        (click)="showMembers()"
      >
        <app-faces [people]="shown()" [size]="28" />
      </button>
    }
  `,
  styles: `
    button {
      display: flex;
      align-items: center;
      min-width: 40px;
      height: 40px;
      padding: 0 4px;
      border: 0;
      border-radius: 12px;
      background: none;
      cursor: pointer;
    }
  `,
})
export class OnlineStack {
  private readonly store = inject(MemberStore);
  private readonly frame = inject(FrameStore);
  private readonly tab = inject(InfoTab);
  protected readonly t = t;
  protected readonly shown = computed(() =>
    this.store
      .online()
      .slice(0, MOST_SHOWN)
      .map(({ user }) => user),
  );
  protected readonly count = computed(() => this.store.online().length);

  protected showMembers(): void {
    this.tab.chosen.set('members');
    this.frame.setInfo(true);
  }
}
