import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { afterNextRender, Component, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Message } from '#contracts/message.dto.js';
import type { ServerError } from '../realtime/server-error';
import { Confirm } from '../ui/confirm';
import { MessageStores } from './message-stores';
import { sendsMessage } from './sends-message';

/** A message's text as a small composer in its place. */
@Component({
  selector: 'app-message-edit',
  imports: [CdkTextareaAutosize, MatButtonModule],
  templateUrl: './message-edit.html',
  styleUrl: './message-edit.scss',
})
export class MessageEdit {
  readonly message = input.required<Message>();
  readonly done = output();
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly stores = inject(MessageStores);
  private readonly confirm = inject(Confirm);
  protected readonly problem = signal('');

  constructor() {
    afterNextRender(() => {
      const box = this.box().nativeElement;
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    });
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.done.emit();
    if (!sendsMessage(event)) return;
    event.preventDefault();
    void this.save();
  }

  protected async save(): Promise<void> {
    const text = this.box().nativeElement.value.trim();
    const message = this.message();
    if (text === message.text) {
      this.done.emit();
      return;
    }
    if (text === '' && message.attachments.length === 0) return this.offerRecall(message);
    await this.attempt(() => this.stores.edit(message, text));
  }

  private async offerRecall(message: Message): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'Recall this message?',
      text: 'A message without text can only be taken back. Everyone sees that you did.',
      action: 'Recall',
    });
    if (isSure) await this.attempt(() => this.stores.recall(message));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.done.emit();
    } catch (error) {
      this.problem.set(
        (error as ServerError).code === 'stale_edit'
          ? 'The text was changed elsewhere a moment ago. Save again to replace it.'
          : `Not saved. ${(error as Error).message}`,
      );
    }
  }
}
