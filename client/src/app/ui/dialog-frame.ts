import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, DestroyRef, inject, input, type OnInit, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormGroupDirective } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { t } from '../language/texts';
import { ConnectionStore } from '../realtime/connection-store';
import { askBeforeLeaving } from './ask-before-leaving';
import { Icon } from './icon';
import { Viewport } from './viewport';

/** A dialog's title, its content (projected) and what it does; inside of a form. On a phone it has the whole screen and the action stands at the top. */
@Component({
  selector: 'app-dialog-frame',
  imports: [Icon, MatButtonModule, MatDialogModule, MatProgressBarModule, NgTemplateOutlet],
  templateUrl: './dialog-frame.html',
  styleUrl: './dialog-frame.scss',
})
export class DialogFrame implements OnInit {
  protected readonly t = t;
  readonly heading = input.required<string>();
  /** Id of the heading, by which the dialog is named. */
  readonly headingId = input.required<string>();
  /** What the dialog is about, below the heading. */
  readonly about = input('');
  /** The button that does it; none where all is done in the dialog itself. */
  readonly action = input('');
  /** It takes away what nobody can bring back alone. */
  readonly isDanger = input(false);
  readonly isBusy = input(false);
  /** Whether closing it would throw something away; unless that is said, whether the form around it was changed. */
  readonly isUnsaved = input<boolean>();
  /** Such as `Draft saved`. */
  readonly note = input('');
  protected readonly connection = inject(ConnectionStore);
  protected readonly viewport = inject(Viewport);
  private readonly form = inject(FormGroupDirective, { optional: true });
  private readonly destroyed = inject(DestroyRef);
  private readonly isChanged = signal(false);

  constructor() {
    askBeforeLeaving(computed(() => this.isUnsaved() ?? this.isChanged()));
  }

  ngOnInit(): void {
    const form = this.form?.form;
    const written = () => JSON.stringify(form?.getRawValue());
    const begun = written();
    form?.valueChanges
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe(() => this.isChanged.set(written() !== begun));
  }

  /** The button that keeps the focus while it is busy would send again. */
  protected holdBack(event: Event): void {
    if (this.isBusy()) event.preventDefault();
  }
}
