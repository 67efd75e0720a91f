import { Component, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Icon } from '../ui/icon';
import { explain } from './field-errors';
import type { Sending } from './sending';

/** The foot of a form at the door: what went wrong, and the button that sends it. */
@Component({
  selector: 'app-door-submit',
  imports: [Icon, MatButtonModule],
  host: { style: 'display: contents' },
  template: `
    @if (sending().problem(); as error) {
      <p class="problem" role="alert"><app-icon name="error-fill" />{{ explain(error) }}</p>
    }
    <button matButton="filled" class="large" type="submit" [disabled]="sending().isBusy()" disabledInteractive>
      @if (sending().isBusy()) {
        <app-icon class="busy" name="progress_activity" />
      }
      <ng-content />
    </button>
  `,
  styleUrl: './auth-form.scss',
})
export class DoorSubmit {
  readonly sending = input.required<Sending>();
  protected readonly explain = explain;
}
