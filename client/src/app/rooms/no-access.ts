import { Component, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { StrandedWords } from '../messages/stranded-words';
import { Place } from '../place';
import { EmptyState } from '../ui/empty-state';
import type { KnownRoom } from './room-state';
import { RoomsApi } from './rooms-api';

/** For an address one cannot open: the same for a private room and for none at all. In a room that can be opened, a post is missing. */
@Component({
  selector: 'app-no-access',
  imports: [EmptyState, MatButtonModule, RouterLink, StrandedWords],
  template: `
    @if (room(); as present) {
      <app-empty-state
        icon="search_off"
        tone="neutral"
        heading="There is no such post"
        [text]="'It was deleted, or its address is mistyped. The others are in ' + present.name + '.'"
      >
        <a matButton="tonal" [routerLink]="['/r', present.slug]">Go to the chat</a>
      </app-empty-state>
    } @else {
      <app-empty-state
        [icon]="left() ? 'meeting_room' : 'lock'"
        [tone]="left() ? 'plain' : 'neutral'"
        [heading]="left() ? 'You left ' + left() : 'You cannot open this room'"
        [text]="
          left()
            ? 'Messages you wrote stay in the room. You can ask to come back.'
            : 'It is private, or it no longer exists. The owner can add you.'
        "
      >
        <button matButton="tonal" [disabled]="state() === 'asked'" (click)="ask()">
          {{ state() === 'asked' ? 'Asked' : 'Ask to join' }}
        </button>
        <a matButton routerLink="/rooms">All rooms</a>
      </app-empty-state>
      <p role="status">
        @if (state() === 'asked') {
          If there is such a room, its owner has been asked.
        } @else if (state() === 'failed') {
          The server did not answer. Try again later.
        }
      </p>
    }
    <app-stranded-words />
  `,
  styles: `
    :host {
      display: grid;
      place-content: center;
      justify-items: center;
      height: 100%;
    }
    p {
      min-height: 20px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class NoAccess {
  /** The room of the address, where there is one. */
  readonly room = input<KnownRoom>();
  /** Name of the room that the reader has just left. */
  readonly left = input<string>();
  private readonly api = inject(RoomsApi);
  private readonly place = inject(Place);
  protected readonly state = linkedSignal<string | undefined, 'idle' | 'asked' | 'failed'>({
    source: this.place.room,
    computation: () => 'idle',
  });

  protected async ask(): Promise<void> {
    const room = this.place.room();
    if (room === undefined) return;
    this.state.set('asked');
    await this.api.askToJoin(room).catch(() => this.state.set('failed'));
  }
}
