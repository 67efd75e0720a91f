import { Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { Router } from '@angular/router';
import { LIMITS } from '#contracts/limits.js';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { DialogFrame } from '../ui/dialog-frame';
import { FilterBox } from '../ui/filter-box';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
import { newClientId } from './client-id';
import { type ForwardTarget, ForwardTargets } from './forward-targets';
import { textOf } from './message-facts';
import { MessagesApi } from './messages-api';
import { MessageStores } from './message-stores';
import { plainWords } from './plain-words';
import { postPath } from '../posts/post-path';

/** Forwards a message into another post, with own words if one likes. */
@Component({
  selector: 'app-forward-dialog',
  imports: [Avatar, DialogFrame, FilterBox, FormsModule, MatFormFieldModule, MatInputModule, MatRadioModule],
  templateUrl: './forward-dialog.html',
  styleUrl: './forward-dialog.scss',
})
export class ForwardDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly languageOf = languageOf;
  protected readonly limits = LIMITS;
  protected readonly message = inject<Message>(MAT_DIALOG_DATA);
  private readonly api = inject(MessagesApi);
  private readonly stores = inject(MessageStores);
  private readonly targets = inject(ForwardTargets);
  private readonly notice = inject(Notice);
  private readonly router = inject(Router);
  private readonly self = inject<MatDialogRef<ForwardDialog>>(MatDialogRef);
  /** The same over every try, so that it is forwarded once. */
  private readonly clientId = newClientId();

  protected readonly author = inject(PeopleStore).nameOf(this.message.authorId);
  protected readonly words =
    plainWords(textOf(this.message)) || this.message.attachments.map(({ name }) => name).join(', ');
  protected readonly filter = signal('');
  protected readonly shown = computed(() => this.targets.find(this.filter()));
  protected readonly chosen = signal<ForwardTarget | null>(null);
  protected readonly comment = signal('');
  protected readonly isMissing = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);

  protected choose(target: ForwardTarget): void {
    this.chosen.set(target);
    this.isMissing.set(false);
  }

  protected titleOf({ post }: ForwardTarget): string {
    return post.kind === 'chat' ? t('posts.chat') : post.title;
  }

  protected async forward(): Promise<void> {
    const target = this.chosen();
    this.isMissing.set(target === null);
    if (target === null) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const text = this.comment().trim();
      const wish = { postId: target.post.id, clientId: this.clientId, ...(text !== '' && { text }) };
      const sent = await this.api.forward(this.message.id, wish);
      this.stores.take(sent);
      this.self.close();
      this.tell(target, sent);
    } catch (error) {
      this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }

  private tell({ room, post }: ForwardTarget, { seq }: Message): void {
    const path = [...postPath(room.slug, post), String(seq)];
    this.notice.say(t('messages.forwarded', { room: room.name }), {
      label: t('messages.goThere'),
      run: () => this.router.navigate(path),
    });
  }
}
