import { Component, computed, ElementRef, inject, signal, viewChild, viewChildren } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { explain } from '../../sign-in/field-errors';
import { Confirm } from '../../ui/confirm';
import { DialogFrame } from '../../ui/dialog-frame';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Skeletons } from '../../ui/skeletons';
import type { KnownRoom } from '../room-state';
import { RoomStore } from '../room-store';
import { InviteLinkRow } from './invite-link-row';
import { InviteLinks, type ListedLink } from './invite-links';
import { lengthOf, LINK_HOURS, LINK_USES, peopleFor } from './link-terms';

/** The links into a room: makes and revokes them. */
@Component({
  selector: 'app-invite-links-dialog',
  imports: [
    DialogFrame,
    EmptyState,
    FormsModule,
    Icon,
    InviteLinkRow,
    MatButtonModule,
    MatFormFieldModule,
    MatSelectModule,
    Skeletons,
  ],
  providers: [InviteLinks],
  templateUrl: './invite-links-dialog.html',
  styleUrl: './invite-links-dialog.scss',
})
export class InviteLinksDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly lengthOf = lengthOf;
  protected readonly peopleFor = peopleFor;
  protected readonly allHours = LINK_HOURS;
  protected readonly allUses = LINK_USES;
  protected readonly links = inject(InviteLinks);
  private readonly begun = inject<KnownRoom>(MAT_DIALOG_DATA);
  private readonly rooms = inject(RoomStore);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);
  private readonly list = viewChild<unknown, ElementRef<HTMLElement>>('list', { read: ElementRef });
  private readonly rows = viewChildren(InviteLinkRow);

  protected readonly room = computed(() => this.rooms.room(this.begun.id) ?? this.begun);
  protected readonly hours = signal<number>(LIMITS.inviteHours.default);
  protected readonly uses = signal(0);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);

  constructor() {
    this.links.follow(this.begun.id);
  }

  protected async make(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const uses = this.uses() || undefined;
      const { id } = await this.links.make(this.begun.id, { expiresInHours: this.hours(), uses });
      setTimeout(() =>
        this.rows()
          .find((row) => row.link().id === id)
          ?.focus(),
      );
    } catch (error) {
      this.problem.set(error as ServerError);
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Asks first. */
  protected async revoke({ id }: ListedLink): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'link',
      title: t('invites.revokeAsk'),
      text: t('invites.revokeText'),
      action: t('invites.revokeLink'),
    }));
    if (!isSure || !(await this.notice.attempt(() => this.links.revoke(this.begun.id, id)))) return;
    this.notice.say(t('invites.revoked'));
    // The button that was pressed went with its link.
    this.list()?.nativeElement.focus();
  }
}
