import { Component, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { StrandedWords } from '../messages/stranded-words';
import { Place } from '../place';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
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
        [heading]="t('rooms.noPost')"
        [text]="t('rooms.noPostNote', { room: present.name })"
      >
        <a matButton="tonal" [routerLink]="['/r', present.slug]">{{ t('rooms.goToChat') }}</a>
      </app-empty-state>
    } @else {
      <app-empty-state
        [icon]="left() ? 'meeting_room' : 'lock'"
        [tone]="left() ? 'plain' : 'neutral'"
        [heading]="left() ? t('rooms.youLeft', { room: left() ?? '' }) : t('rooms.cannotOpen')"
        [text]="t(left() ? 'rooms.leftNote' : 'rooms.cannotOpenNote')"
      >
        <button matButton="tonal" [disabled]="isAsked()" disabledInteractive (click)="ask()">
          {{ t(isAsked() ? 'rooms.asked' : 'rooms.askToJoin') }}
        </button>
        <a matButton routerLink="/rooms">{{ t('rooms.allRooms') }}</a>
      </app-empty-state>
      <p role="status">
        @if (isAsked()) {
          {{ t('rooms.askedNote') }}
        } @else if (refusal(); as error) {
          {{ explain(error) }}
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
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly isAsked = linkedSignal({ source: this.place.room, computation: () => false });
  /** Why asking was refused. */
  protected readonly refusal = linkedSignal({ source: this.place.room, computation: (): ServerError | null => null });

  protected async ask(): Promise<void> {
    const room = this.place.room();
    if (room === undefined || this.isAsked()) return;
    this.isAsked.set(true);
    this.refusal.set(null);
    try {
      await this.api.askToJoin(room);
    } catch (error) {
      this.isAsked.set(false);
      this.refusal.set(error as ServerError);
    }
  }
}
