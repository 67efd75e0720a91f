import { Component, computed, inject, input, signal } from '@angular/core';
import type { Message, MessageRemoval } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { languageOf } from '../ui/language';
import { MessageRemovals } from './message-removals';
import { MessagesApi } from './messages-api';

/** Why a message was removed, on request, for those who are told; nothing for all others. */
@Component({
  selector: 'app-removal-reason',
  template: `
    @if (removals.canAskWhy(message())) {
      @if (removal(); as told) {
        <span class="told" role="status"
          >{{ t('messages.removedBy', { name: name() }) }}
          <span [attr.lang]="languageOf(told.reason)">{{ told.reason }}</span></span
        >
      } @else {
        <button type="button" class="reach" (click)="ask()">{{ t('messages.showReason') }}</button>
        @if (problem(); as error) {
          <span role="alert">{{ explain(error) }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      margin-left: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
    }
    button {
      padding: 0;
      border: 0;
      background: none;
      color: var(--app-link);
      font: inherit;
      cursor: pointer;
    }
  `,
})
export class RemovalReason {
  readonly message = input.required<Message>();
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly languageOf = languageOf;
  protected readonly removals = inject(MessageRemovals);
  private readonly api = inject(MessagesApi);
  private readonly people = inject(PeopleStore);
  protected readonly removal = signal<MessageRemoval | null>(null);
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly name = computed(() => this.people.nameOf(this.removal()?.actorId ?? ''));

  protected async ask(): Promise<void> {
    this.problem.set(null);
    try {
      const removal = await this.api.removal(this.message().id);
      this.people.need([removal.actorId]);
      this.removal.set(removal);
    } catch (error) {
      this.problem.set(error as ServerError);
    }
  }
}
