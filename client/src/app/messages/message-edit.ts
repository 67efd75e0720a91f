import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  afterNextRender,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Message } from '#contracts/message.dto.js';
import type { ServerError } from '../realtime/server-error';
import { Confirm } from '../ui/confirm';
import { MessageStores } from './message-stores';
import { sendsMessage } from './sends-message';

/** A message's text as a small composer in its place. A change made elsewhere meanwhile is shown, and the writer decides. */
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
  /** What the message says by now, when somebody's other window changed it meanwhile. */
  protected readonly theirs = signal<Message | undefined>(undefined);
  /** The message as it was when writing began: a change that comes meanwhile must not replace what is being written. */
  protected readonly base = signal<Message | undefined>(undefined);

  constructor() {
    effect(() => {
      const message = this.message();
      untracked(() => this.base.update((base) => base ?? message));
    });
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
    const base = this.theirs() ?? this.base() ?? this.message();
    if (text === base.text) {
      this.done.emit();
      return;
    }
    if (text === '' && base.attachments.length === 0) return this.offerRecall(base);
    await this.attempt(() => this.stores.edit(base, text));
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
      const { code, message, current } = error as ServerError;
      this.theirs.set(current);
      this.problem.set(code === 'stale_edit' ? '' : `Not saved. ${message}`);
    }
  }
}
