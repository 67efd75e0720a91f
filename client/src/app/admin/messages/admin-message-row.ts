import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AdminMessage } from '#contracts/admin-content.dto.js';
import { t, written } from '../../language/texts';
import { ActionButton } from '../../ui/action-button';
import { Avatar } from '../../ui/avatar';
import { languageOf } from '../../ui/language';
import { PersonName } from '../../ui/person-name';
import { ShortTimePipe } from '../../ui/short-time';
import { AdminMessageActions, permalinkOf } from './admin-message-actions';

/** The cells of one message. */
@Component({
  selector: 'app-admin-message-row',
  imports: [ActionButton, Avatar, PersonName, RouterLink, ShortTimePipe],
  host: { style: 'display: contents' },
  templateUrl: './admin-message-row.html',
  styleUrl: './admin-message-row.scss',
})
export class AdminMessageRow {
  readonly message = input.required<AdminMessage>();
  protected readonly t = t;
  protected readonly written = written;
  protected readonly languageOf = languageOf;
  protected readonly actions = inject(AdminMessageActions);
  protected readonly address = computed(() => permalinkOf(this.message()));
  protected readonly post = computed(() =>
    this.message().post.slug === 'chat' ? t('posts.chat') : this.message().post.title,
  );
  /** What is said in place of words that are not there. */
  protected readonly instead = computed(() => {
    const { state, excerpt, files } = this.message();
    if (state !== 'live') return t(`admin-messages.is_${state}`);
    return excerpt === '' ? t('messages.files', { count: files }) : '';
  });
}
