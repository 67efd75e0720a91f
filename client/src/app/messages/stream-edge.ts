import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { Skeletons } from '../ui/skeletons';
import type { PageState } from './stream-pages';

/** The end of what is loaded: shapes of the rows that come, or that they could not be had. Always of one height. */
@Component({
  selector: 'app-stream-edge',
  imports: [MatButtonModule, Skeletons],
  template: `
    @if (state() === 'failed') {
      <p role="alert">
        {{ t('messages.edgeFailed') }}
        <button matButton class="small" (click)="retried.emit()">{{ t('ui.tryAgain') }}</button>
      </p>
    } @else {
      <app-skeletons of="message" [count]="3" />
    }
  `,
  styles: `
    :host {
      display: block;
      height: 252px;
      overflow: hidden;
    }
    p {
      display: flex;
      align-items: center;
      justify-content: center;
      height: 100%;
      color: var(--app-faint);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class StreamEdge {
  protected readonly t = t;
  readonly state = input.required<PageState>();
  readonly retried = output();
}
