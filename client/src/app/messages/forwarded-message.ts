import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ForwardedFrom } from '#contracts/message.dto.js';
import { t, textParts } from '../language/texts';
import { PersonSentence } from '../profiles/person-sentence';
import { PeopleStore } from '../profiles/people-store';
import { AgoPipe } from '../ui/ago';
import { Icon } from '../ui/icon';
import { MessageBody } from './message-body';
import { MessageSources } from './message-sources';

/** Somebody's words from elsewhere, and the way there for whom may read them there. */
@Component({
  selector: 'app-forwarded-message',
  imports: [AgoPipe, Icon, MessageBody, PersonSentence, RouterLink],
  template: `
    <p class="from">
      <app-icon name="forward" />
      <app-person-sentence [parts]="textParts('messages.forwardedFrom', { name: '…' })" [person]="author()" />
      <time [attr.datetime]="source().at">{{ source().at | ago }}</time>
      @if (path(); as link) {
        <a class="reach" [routerLink]="link" tabindex="-1">{{ t('messages.goToSource') }}</a>
      }
    </p>
    @if (source().text) {
      <app-message-body [text]="source().text" />
    }
  `,
  styles: `
    :host {
      display: block;
      margin: 8px 0 4px;
      padding-left: 12px;
      border-left: 3px solid var(--mat-sys-outline-variant);
    }
    .from {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
      color: var(--app-faint);
      font: var(--mat-sys-body-small);
      --icon-size: 16px;
      --name-in-sentence: var(--mat-sys-on-surface-variant);
    }
    a {
      color: var(--app-link);
    }
  `,
})
export class ForwardedMessage {
  /** Of the message that forwards. */
  readonly messageId = input.required<string>();
  readonly source = input.required<ForwardedFrom>();
  protected readonly t = t;
  protected readonly textParts = textParts;
  private readonly people = inject(PeopleStore);
  private readonly sources = inject(MessageSources);
  protected readonly author = computed(() => this.people.person(this.source().authorId));
  protected readonly path = computed(() => {
    const place = this.sources.of(this.messageId());
    return place && ['/r', place.roomSlug, 'p', place.postSlug, String(place.seq)];
  });

  constructor() {
    effect(() => {
      const [id, { authorId }] = [this.messageId(), this.source()];
      untracked(() => {
        this.people.need([authorId]);
        void this.sources.need(id);
      });
    });
  }
}
