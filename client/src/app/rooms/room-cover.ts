import { Component, computed, input } from '@angular/core';
import { arches, type ArchSubject } from './arches';

/** The doorway pattern on what has no picture: the same for everybody, seeded by an id; a room's in its hue. */
@Component({
  selector: 'app-room-cover',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 480 144" preserveAspectRatio="xMidYMid slice" focusable="false">
      <rect width="480" height="144" [attr.fill]="pattern().ground" />
      @for (shape of pattern().shapes; track $index) {
        <path [attr.d]="shape.path" [attr.fill]="shape.fill" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      height: 76px;
      overflow: hidden;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
  `,
})
export class RoomCover {
  readonly id = input.required<string>();
  readonly subject = input<ArchSubject>('room');
  protected readonly pattern = computed(() => arches(this.id(), this.subject()));
}
