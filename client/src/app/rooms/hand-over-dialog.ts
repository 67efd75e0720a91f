import { Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatRadioModule } from '@angular/material/radio';
import type { Membership } from '#contracts/room.dto.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { DialogFrame } from '../ui/dialog-frame';
import { FilterBox } from '../ui/filter-box';
import { Notice } from '../ui/notice';
import { PersonName } from '../ui/person-name';
import { filterMembers } from './member-filter';
import { MemberStore } from './member-store';
import type { KnownRoom } from './room-state';

const MOST_SHOWN = 50;

/** Gives the room on screen to another of its members. */
@Component({
  selector: 'app-hand-over-dialog',
  imports: [Avatar, DialogFrame, FilterBox, FormsModule, MatRadioModule, PersonName],
  templateUrl: './hand-over-dialog.html',
  styleUrl: './hand-over-dialog.scss',
})
export class HandOverDialog {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly room = inject<KnownRoom>(MAT_DIALOG_DATA);
  private readonly members = inject(MemberStore);
  private readonly notice = inject(Notice);
  private readonly self = inject<MatDialogRef<HandOverDialog>>(MatDialogRef);
  protected readonly filter = signal('');
  protected readonly chosen = signal<Membership | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly isMissing = signal(false);
  protected readonly others = computed(() =>
    this.members.members().filter(({ role, user }) => role !== 'owner' && user.status === 'active'),
  );
  protected readonly shown = computed(() => filterMembers(this.others(), this.filter()).slice(0, MOST_SHOWN));

  protected choose(member: Membership): void {
    this.chosen.set(member);
    this.isMissing.set(false);
  }

  protected async handOver(): Promise<void> {
    const member = this.chosen();
    this.isMissing.set(member === null);
    if (member === null) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.members.setRole(member, 'owner');
      this.notice.say(t('rooms.becameOwner', { name: member.user.displayName }));
      this.self.close();
    } catch (error) {
      this.problem.set(error as ServerError);
      this.isBusy.set(false);
    }
  }
}
