import { Component, computed, inject } from '@angular/core';
import { MatTooltipModule } from '@angular/material/tooltip';
import { FrameStore } from '../frame-store';
import { Avatar } from '../ui/avatar';
import { InfoTab } from './info-tab';
import { MemberStore } from './member-store';

const MOST_SHOWN = 4;

/** A few of the members who are here, and the way to all of them. */
@Component({
  selector: 'app-online-stack',
  imports: [Avatar, MatTooltipModule],
  template: `
    @if (shown().length > 0) {
      <button
        type="button"
        [attr.aria-label]="label() + ', show members'"
        [matTooltip]="label()"
        (click)="showMembers()"
      >
        @for (member of shown(); track member.user.id) {
          <app-avatar
            [id]="member.user.id"
            [name]="member.user.displayName"
            [imageUrl]="member.user.imageUrl"
            [size]="28"
          />
        }
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
    app-avatar {
      box-shadow: 0 0 0 2px var(--app-panel);
    }
    app-avatar + app-avatar {
      margin-left: -7px;
    }
  `,
})
export class OnlineStack {
  private readonly store = inject(MemberStore);
  private readonly frame = inject(FrameStore);
  private readonly tab = inject(InfoTab);
  protected readonly shown = computed(() => this.store.online().slice(0, MOST_SHOWN));
  protected readonly label = computed(() => `${this.store.online().length} online`);

  protected showMembers(): void {
    this.tab.chosen.set('members');
    this.frame.setInfo(true);
  }
}
