import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../../language/texts';
import { PersonLink } from '../../profiles/person-link';
import { ServerConfig } from '../../sign-in/server-config';
import { ago } from '../../ui/ago';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Clock, clockTime, plainDate } from '../../ui/short-time';
import type { ListedLink } from './invite-links';

/** A link into a room: how often it was used, until when it works, who made it; its address where that is known. */
@Component({
  selector: 'app-invite-link-row',
  imports: [Icon, MatButtonModule, PersonLink],
  templateUrl: './invite-link-row.html',
  styleUrl: './invite-link-row.scss',
})
export class InviteLinkRow {
  readonly link = input.required<ListedLink>();
  readonly revoked = output();
  protected readonly t = t;
  private readonly clock = inject(Clock);
  private readonly config = inject(ServerConfig);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  protected readonly uses = computed(() => {
    const { used, usesLeft } = this.link();
    if (usesLeft !== undefined) return t('invites.usedOf', { used, count: used + usesLeft });
    return used === 0 ? t('invites.notUsed') : t('invites.used', { count: used });
  });
  protected readonly end = computed(() => {
    const at = new Date(this.link().expiresAt);
    return t('invites.until', {
      date: plainDate(at, new Date(this.clock.now())),
      time: clockTime(this.link().expiresAt),
    });
  });
  protected readonly made = computed(() => ago(this.link().createdAt, this.clock.now()));
  protected readonly isForMembersOnly = computed(
    () => !this.link().admitsNewcomers && this.config.organisation()?.registration === 'invited',
  );

  /** Its address has the focus and is chosen, ready to be copied. */
  focus(): void {
    this.box()?.nativeElement.focus();
  }

  protected copy(): void {
    const { url } = this.link();
    if (url !== undefined && this.clipboard.copy(url)) this.notice.say(t('rooms.linkCopied'));
  }
}
