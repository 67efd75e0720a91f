import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import { LateDialog } from '../ui/late-dialog';
import { OwnedRooms } from './owned-rooms';

/** The way out for good: what it means, what is in the way, and the button that asks. */
@Component({
  selector: 'app-give-up-account',
  imports: [MatButtonModule, OwnedRooms],
  template: `
    @if (isOwner()) {
      <p class="note">{{ t('settings.ownerStays') }}</p>
    } @else {
      <p class="note">{{ t('settings.giveUpNote') }}</p>
      @if (rooms().length > 0) {
        <p class="note">{{ t('settings.ownsRooms', { count: rooms().length }) }}</p>
        <app-owned-rooms [rooms]="rooms()" />
      } @else {
        <button matButton="outlined" class="danger" type="button" (click)="ask()">
          {{ t('settings.giveUpAccount') }}
        </button>
      }
    }
  `,
  styleUrl: './account-form.scss',
})
export class GiveUpAccount {
  private readonly session = inject(SessionStore);
  private readonly store = inject(RoomStore);
  private readonly dialog = inject(LateDialog);
  protected readonly t = t;
  protected readonly isOwner = computed(() => this.session.user()?.role === 'owner');
  protected readonly rooms = computed(() => this.store.mine().filter(({ myRole }) => myRole === 'owner'));

  protected ask(): Promise<unknown> {
    return this.dialog.open(async () => (await import('./give-up-dialog')).GiveUpDialog, {
      width: '520px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'give-up-dialog-title',
    });
  }
}
