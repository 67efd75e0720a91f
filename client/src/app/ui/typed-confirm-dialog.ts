import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { isSameName } from '#contracts/text.js';
import { type Spoken, spoken } from '../language/spoken';
import { t, type TextPart, textParts } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { InitialFocus } from './initial-focus';
import { languageOf } from './language';

export interface TypedQuestion {
  icon: IconName;
  title: string;
  /** What is to be typed; case does not matter. */
  name: string;
  /** Learns what goes. @throws ServerError */
  count: () => Promise<Spoken<readonly TextPart[]>>;
  /** The button that leaves it as it is. */
  keep: string;
  /** The button that does it, named after what it does. */
  action: string;
  /** @throws ServerError */
  run: (typed: string) => Promise<unknown>;
}

/** Use `TypedConfirm` to ask. */
@Component({
  selector: 'app-typed-confirm-dialog',
  imports: [
    Icon,
    InitialFocus,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    MatProgressBarModule,
  ],
  templateUrl: './typed-confirm-dialog.html',
  styleUrls: ['./confirm-dialog.scss', './typed-confirm-dialog.scss'],
})
export class TypedConfirmDialog {
  protected readonly t = t;
  protected readonly textParts = textParts;
  protected readonly explain = explain;
  private readonly asked = inject<Spoken<TypedQuestion>>(MAT_DIALOG_DATA);
  protected readonly question = computed(() => spoken(this.asked));
  private readonly self = inject<MatDialogRef<TypedConfirmDialog, boolean>>(MatDialogRef);
  protected readonly language = computed(() => languageOf(this.question().name));
  private readonly counted = signal<Spoken<readonly TextPart[]> | null>(null);
  protected readonly goes = computed(() => {
    const counted = this.counted();
    return counted === null ? null : spoken(counted);
  });
  protected readonly typed = signal('');
  protected readonly isBusy = signal(false);
  /** Why it could not be learnt what goes. */
  protected readonly uncounted = signal<ServerError | null>(null);
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly isConfirmed = computed(
    () => this.goes() !== null && isSameName(this.typed(), this.question().name),
  );

  constructor() {
    void this.count();
  }

  protected async count(): Promise<void> {
    this.uncounted.set(null);
    try {
      const counted = await this.question().count();
      this.counted.set(counted);
    } catch (error) {
      this.uncounted.set(error as ServerError);
    }
  }

  protected async confirm(): Promise<void> {
    if (!this.isConfirmed() || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.question().run(this.typed());
      this.self.close(true);
    } catch (error) {
      this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }
}
