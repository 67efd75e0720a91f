import {
  Component,
  computed,
  debounced,
  effect,
  inject,
  input,
  model,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatFormFieldModule } from '@angular/material/form-field';
import type { Room } from '#contracts/room.dto.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { RoomsApi } from '../../rooms/rooms-api';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { refreshOnReturn } from '../table/refresh-on-return';

const SETTLE_MS = 200;

/** Several rooms, found by name. */
@Component({
  selector: 'app-room-chips',
  imports: [Avatar, Icon, MatAutocompleteModule, MatChipsModule, MatFormFieldModule],
  template: `
    <mat-form-field appearance="outline">
      <mat-label>{{ label() }}</mat-label>
      <mat-chip-grid #grid [attr.aria-label]="label()">
        @for (id of ids(); track id) {
          <mat-chip-row (removed)="drop(id)">
            {{ nameOf(id) }}
            <button matChipRemove type="button" [attr.aria-label]="t('admin.dropRoom', { name: nameOf(id) })">
              <app-icon name="close" />
            </button>
          </mat-chip-row>
        }
        <input
          #box
          [attr.aria-label]="label()"
          autocomplete="off"
          [matChipInputFor]="grid"
          [matAutocomplete]="auto"
          (input)="typed.set(box.value)"
        />
      </mat-chip-grid>
      <mat-hint>{{ hint() }}</mat-hint>
      <mat-autocomplete
        #auto
        autoActiveFirstOption
        [aria-label]="t('frame.rooms')"
        (optionSelected)="add($event.option.value); box.value = ''; $event.option.deselect()"
      >
        @for (room of offered(); track room.id) {
          <mat-option [value]="room">
            <span class="one"
              ><app-avatar shape="room" [id]="room.id" [name]="room.name" [imageUrl]="room.imageUrl" [size]="28" />{{
                room.name
              }}</span
            >
          </mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
      --mat-form-field-container-vertical-padding: 6px;
    }
    .one {
      display: flex;
      align-items: center;
      gap: 12px;
    }
    mat-chip-row {
      --mat-chip-elevated-container-color: var(--mat-sys-secondary-container);
      --mat-chip-label-text-color: var(--mat-sys-on-secondary-container);
      --mat-chip-outline-width: 0;
      --icon-size: 16px;
    }
  `,
})
export class RoomChips {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly ids = model.required<readonly string[]>();
  /** Which rooms are offered. */
  readonly canTake = input<(room: Room) => boolean>(({ visibility }) => visibility === 'public');
  protected readonly t = t;
  private readonly api = inject(RoomsApi);
  protected readonly typed = signal('');
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private readonly settled = debounced(this.typed, SETTLE_MS);
  private readonly found = resource({
    params: () => (this.settled.hasValue() ? this.settled.value().trim() || undefined : undefined),
    loader: async ({ params }) => (await this.api.page(params)).items,
  });
  protected readonly offered = computed(() => {
    const found = this.typed().trim() !== '' && this.found.hasValue() ? this.found.value() : [];
    return found.filter((room) => this.canTake()(room) && !this.ids().includes(room.id)).slice(0, 8);
  });

  constructor() {
    effect(() => {
      this.ids();
      untracked(() => this.learnAll());
    });
    refreshOnReturn(() => this.learnAll());
  }

  protected nameOf(id: string): string {
    return this.names().get(id) ?? '…';
  }

  protected add(room: Room): void {
    this.name(room.id, room.name);
    this.ids.update((ids) => [...ids, room.id]);
    this.typed.set('');
  }

  protected drop(id: string): void {
    this.ids.update((ids) => ids.filter((one) => one !== id));
  }

  private learnAll(): void {
    for (const id of this.ids()) if (!this.names().has(id)) void this.learn(id);
  }

  /** Rooms that are gone stay in the list until somebody takes them out. */
  private async learn(id: string): Promise<void> {
    try {
      this.name(id, (await this.api.one(id)).name);
    } catch (error) {
      // Otherwise its name comes with the next connection.
      if ((error as ServerError).code === 'not_found') this.name(id, t('admin.goneRoom'));
    }
  }

  private name(id: string, name: string): void {
    this.names.update((names) => new Map(names).set(id, name));
  }
}
