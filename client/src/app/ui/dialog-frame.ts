import { Component, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { Icon } from './icon';
import { Viewport } from './viewport';

/** A dialog's title, its content (projected) and what it does; inside of a form. On a phone it has the whole screen and the action stands at the top. */
@Component({
  selector: 'app-dialog-frame',
  imports: [Icon, MatButtonModule, MatDialogModule, MatProgressBarModule],
  templateUrl: './dialog-frame.html',
  styleUrl: './dialog-frame.scss',
})
export class DialogFrame {
  readonly heading = input.required<string>();
  /** Id of the heading, by which the dialog is named. */
  readonly headingId = input.required<string>();
  /** What the dialog is about, below the heading. */
  readonly about = input('');
  /** The button that does it. */
  readonly action = input.required<string>();
  readonly isBusy = input(false);
  /** Such as `Draft saved`. */
  readonly note = input('');
  protected readonly viewport = inject(Viewport);
}
