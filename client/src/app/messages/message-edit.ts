import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Message } from '#contracts/message.dto.js';
import { isComposing } from '../keyboard/pressed-keys';
import { t, textParts } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Confirm } from '../ui/confirm';
import { MessageBox } from './composer/message-box';
import { EditWindow } from './edit-window';
import { Editing } from './editing';
import { MessageStores } from './message-stores';
import { SendKeys } from './send-keys';

/** A message's text as a small composer in its place. A change made elsewhere meanwhile is shown, and the writer decides. */
@Component({
  selector: 'app-message-edit',
  imports: [MatButtonModule, MessageBox],
  templateUrl: './message-edit.html',
  styleUrl: './message-edit.scss',
})
export class MessageEdit {
  protected readonly t = t;
  protected readonly explain = explain;
  readonly message = input.required<Message>();
  readonly done = output();
  private readonly keys = inject(SendKeys);
  protected readonly hint = computed(() => textParts('messages.editKeys', { escape: 'Esc', send: this.keys.shown() }));
  private readonly box = viewChild.required(MessageBox);
  private readonly stores = inject(MessageStores);
  private readonly confirm = inject(Confirm);
  private readonly editing = inject(Editing);
  private readonly window = inject(EditWindow);
  protected readonly problem = signal<ServerError | undefined>(undefined);
  /** What the message says by now, when somebody's other window changed it meanwhile. */
  protected readonly theirs = signal<Message | undefined>(undefined);
  /** The message as it was when writing began: a change that comes meanwhile must not replace what is being written. */
  private readonly base = linkedSignal<Message, Message>({
    source: this.message,
    computation: (message, before) => before?.value ?? this.editing.begun(message.id)?.base ?? message,
  });

  constructor() {
    afterNextRender(() => {
      const { id, text } = this.base();
      this.box().show(this.editing.begun(id)?.text ?? text);
      if (this.editing.takesFocus(id)) this.box().focusEnd();
    });
  }

  protected write(text: string): void {
    this.editing.write({ base: this.base(), text });
  }

  /** Not while an input method takes its words back by the same key. */
  protected cancel(event: Event): void {
    if (!isComposing(event as KeyboardEvent)) this.done.emit();
  }

  protected async save(): Promise<void> {
    const text = this.box().text().trim();
    const base = this.theirs() ?? this.base();
    if (text === base.text) {
      this.done.emit();
      return;
    }
    if (text === '' && base.attachments.length === 0) return this.offerRecall(base);
    await this.attempt(() => this.stores.edit(base, text));
  }

  private async offerRecall(message: Message): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'undo',
      title: t('messages.recallAsk'),
      text: t('messages.recallEmpty'),
      action: t('messages.recall'),
    }));
    if (isSure) await this.attempt(() => this.stores.recall(message));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.done.emit();
    } catch (error) {
      const refusal = error as ServerError;
      if (refusal.code === 'edit_window_over') this.window.learn();
      this.theirs.set(refusal.current);
      this.problem.set(refusal.code === 'stale_edit' ? undefined : refusal);
    }
  }
}
