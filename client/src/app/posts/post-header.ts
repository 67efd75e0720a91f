import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { FrameStore } from '../frame-store';
import { OpenLists } from '../open-lists';
import { RequestStore } from '../rooms/request-store';
import type { KnownRoom } from '../rooms/room-state';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Viewport } from '../ui/viewport';

/** Top of the body: which conversation this is. */
@Component({
  selector: 'app-post-header',
  imports: [Badge, Icon, MatButtonModule, MatTooltipModule, OpenLists, RouterLink],
  templateUrl: './post-header.html',
  styleUrl: './post-header.scss',
})
export class PostHeader {
  readonly room = input.required<KnownRoom>();
  readonly post = input.required<SharedPost>();
  /** Else only where one is: the title stands right below. */
  readonly showsTitle = input(true);
  private readonly requests = inject(RequestStore);
  protected readonly frame = inject(FrameStore);
  protected readonly viewport = inject(Viewport);
  protected readonly language = computed(() => languageOf(this.post().title));
  /** Who waits for an answer in the room's details. */
  protected readonly waiting = computed(() => (this.post().kind === 'chat' ? this.requests.requests().length : 0));
  protected readonly infoLabel = computed(() => {
    const what = this.post().kind === 'chat' ? 'room details' : 'post details';
    const asking = this.waiting() === 0 ? '' : `, ${this.waiting()} asking to join`;
    return `${this.frame.isInfoOpen() ? 'Hide' : 'Show'} ${what}${asking}`;
  });
}
