import { Component, computed, DestroyRef, effect, ElementRef, inject, input, signal } from '@angular/core';
import { type FormControl, type FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { Icon } from '../ui/icon';
import { Countdown } from './countdown';
import { explain, refusalOf, showAtFields } from './field-errors';
import { WrongMark } from './wrong-mark';

const PAUSE_MS = 60_000;

/** Six digits that come by mail, and the button that has them sent to the address of another field of the form. */
@Component({
  selector: 'app-code-field',
  imports: [Icon, MatButtonModule, MatFormFieldModule, MatInputModule, ReactiveFormsModule, WrongMark],
  templateUrl: './code-field.html',
  styleUrl: './code-field.scss',
})
export class CodeField {
  readonly control = input.required<FormControl<string>>();
  readonly email = input.required<FormControl<string>>();
  /** Has a code sent to an address. */
  readonly ask = input.required<(email: string) => Promise<unknown>>();
  /** What is said once one was asked for, with the address as `{email}`. */
  readonly sentText = input<'sign-in.codeSent' | 'sign-in.codeSentIfKnown'>('sign-in.codeSent');
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly pause = new Countdown();
  private readonly address = signal('');
  private readonly sentTo = signal('');

  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly refusalOf = refusalOf;
  protected readonly isAsking = signal(false);
  protected readonly problem = signal<ServerError | null>(null);
  /** The address that a code is on its way to, while it stands in its field. */
  protected readonly sent = computed(() => (this.sentTo() === this.address().trim() ? this.sentTo() : ''));
  protected readonly wait = computed(() => (this.sent() === '' ? 0 : this.pause.seconds()));
  protected readonly label = computed(() => {
    if (this.wait() > 0) return t('sign-in.sendAgainIn', { count: this.wait() });
    return t(this.sent() === '' ? 'sign-in.sendCode' : 'sign-in.sendAgain');
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.pause.stop());
    effect((onCleanup) => {
      const email = this.email();
      this.address.set(email.value);
      const following = email.valueChanges.subscribe((value) => this.address.set(value));
      onCleanup(() => following.unsubscribe());
    });
  }

  protected async send(): Promise<void> {
    const email = this.email();
    email.setValue(email.value.trim());
    email.markAsTouched();
    if (email.invalid) {
      this.focus('input[type=email]');
      return;
    }
    if (this.isAsking() || this.wait() > 0) return;
    this.isAsking.set(true);
    this.problem.set(null);
    try {
      await this.ask()(email.value);
      this.sentTo.set(email.value);
      this.pause.start(PAUSE_MS);
      this.focus('app-code-field input');
    } catch (error) {
      this.refuse(error as ServerError);
    } finally {
      this.isAsking.set(false);
    }
  }

  private refuse(error: ServerError): void {
    if (showAtFields(this.email().root as FormGroup, error)) this.focus('input[type=email]');
    else this.problem.set(error);
  }

  private focus(selector: string): void {
    this.element.closest('form')?.querySelector<HTMLElement>(selector)?.focus();
  }
}
