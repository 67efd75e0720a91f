import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';

/** Slides in at the foot of a form that was changed. Its button submits the form that it stands in. */
@Component({
  selector: 'app-save-bar',
  imports: [MatButtonModule],
  template: `
    <span class="grow" role="status">{{ text() }}</span>
    <button matButton type="button" (click)="discarded.emit()">{{ t('ui.discard') }}</button>
    <button matButton="filled" type="submit" [disabled]="isBusy()" disabledInteractive>{{ t('ui.save') }}</button>
  `,
  styleUrl: './save-bar.scss',
})
export class SaveBar {
  protected readonly t = t;
  readonly text = input.required<string>();
  readonly isBusy = input(false);
  readonly discarded = output();
}
