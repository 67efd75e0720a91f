import { Component, computed, input } from '@angular/core';
import type { AdminHealth } from '#contracts/admin-health.dto.js';
import { fileSize } from '../../attachments/file-size';
import { t } from '../../language/texts';
import { fillingsOf } from './filling';

/** How the room that files and the database take is shared out. */
@Component({
  selector: 'app-room-taken',
  template: `
    <header>
      <h2 class="grow">{{ t('admin-health.whatFills') }}</h2>
      <span class="sum">{{ t('admin-health.inAll', { size: fileSize(sum()) }) }}</span>
    </header>
    <div class="bar" aria-hidden="true">
      @for (part of parts(); track part.name) {
        <i [style.flex-grow]="part.bytes"></i>
      }
    </div>
    <ul [attr.aria-label]="t('admin-health.whatFills')">
      @for (part of parts(); track part.name) {
        <li>
          <i></i>{{ part.name }} <span>{{ fileSize(part.bytes) }}</span>
        </li>
      }
    </ul>
  `,
  styleUrl: './room-taken.scss',
})
export class RoomTaken {
  readonly health = input.required<AdminHealth>();
  protected readonly t = t;
  protected readonly fileSize = fileSize;
  protected readonly parts = computed(() => fillingsOf(this.health()));
  protected readonly sum = computed(() => this.parts().reduce((sum, { bytes }) => sum + bytes, 0));
}
