import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { ActionButton } from '../ui/action-button';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Viewport } from '../ui/viewport';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';
import { RoomActions } from './room-actions';

/** Top of the post list: which room this is, who is in, what one may do with it. */
@Component({
  selector: 'app-room-head',
  imports: [ActionButton, Avatar, Icon, MatButtonModule, MatTooltipModule, RouterLink],
  templateUrl: './room-head.html',
  styleUrl: './room-head.scss',
})
export class RoomHead {
  private readonly current = inject(CurrentRoom);
  protected readonly t = t;
  protected readonly viewport = inject(Viewport);
  protected readonly actions = inject(RoomActions);
  protected readonly room = this.current.room;
  private readonly members = inject(MemberStore);
  /** Counted here once the members are known, so that it follows presence. */
  protected readonly onlineCount = computed(() => {
    const isKnown = this.members.members().length > 0;
    return isKnown ? this.members.online().length : (this.room()?.onlineCount ?? 0);
  });
  protected readonly language = computed(() => languageOf(this.room()?.name ?? ''));
}
