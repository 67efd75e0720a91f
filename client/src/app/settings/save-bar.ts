import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';

/** Slides in at the foot of a form that was changed. Its button submits the form that it stands in. */
@Component({
  selector: 'app-save-bar',
  imports: [MatButtonModule],
  template: `
    <span class="grow" role="status">{{ text() }}</span>
    <button matButton type="button" (click)="discarded.emit()">Discard</button>
    <button matButton="filled" type="submit" [disabled]="isBusy()" disabledInteractive>Save</button>
  `,
  styleUrl: './save-bar.scss',
})
export class SaveBar {
  readonly text = input.required<string>();
  readonly isBusy = input(false);
  readonly discarded = output();
}
