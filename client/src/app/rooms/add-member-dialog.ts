import { COMMA, ENTER } from '@angular/cdk/keycodes';
import { Component, computed, debounced, type ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import type { User } from '#contracts/user.dto.js';
import { t } from '../language/texts';
import { ProfilesApi } from '../profiles/profiles-api';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { DialogFrame } from '../ui/dialog-frame';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { Notice } from '../ui/notice';
import { PersonName } from '../ui/person-name';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';

/** Adds people to the private room on screen, several at once. */
@Component({
  selector: 'app-add-member-dialog',
  imports: [
    Avatar,
    DialogFrame,
    FormsModule,
    Icon,
    InitialFocus,
    MatAutocompleteModule,
    MatChipsModule,
    MatFormFieldModule,
    PersonName,
  ],
  templateUrl: './add-member-dialog.html',
  styleUrl: './add-member-dialog.scss',
})
export class AddMemberDialog {
  private readonly members = inject(MemberStore);
  private readonly profiles = inject(ProfilesApi);
  private readonly notice = inject(Notice);
  private readonly self = inject<MatDialogRef<AddMemberDialog>>(MatDialogRef);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly trigger = viewChild.required(MatAutocompleteTrigger);

  protected readonly t = t;
  protected readonly room = inject(CurrentRoom).room;
  protected readonly separators = [ENTER, COMMA];
  protected readonly chosen = signal<readonly User[]>([]);
  protected readonly typed = signal('');
  /** Says why, in the language of the moment. */
  private readonly reason = signal<(() => string) | null>(null);
  protected readonly problem = computed(() => this.reason()?.() ?? '');
  protected readonly isBusy = signal(false);
  protected readonly action = computed(() => {
    const count = this.chosen().length;
    return count > 1 ? t('rooms.addMembers', { count }) : t('rooms.addMember');
  });
  private readonly wanted = computed(() => this.typed().trim().replace(/^@/u, ''));
  private readonly settled = debounced(this.wanted, 200);
  private readonly found = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() || undefined : undefined),
    loader: ({ params }) => this.profiles.find(params),
  });
  protected readonly people = computed(() => {
    const present = new Set([...this.members.members().map(({ user }) => user), ...this.chosen()].map(({ id }) => id));
    const found = this.wanted() !== '' && this.found.hasValue() ? this.found.value() : [];
    return found.filter(({ id, status }) => status !== 'deactivated' && !present.has(id));
  });

  protected type(text: string): void {
    this.typed.set(text);
    this.reason.set(null);
  }

  protected choose(user: User): void {
    // Enter, pressed again before the answer, finds them again.
    if (!this.chosen().some(({ id }) => id === user.id)) this.chosen.update((users) => [...users, user]);
    this.empty();
  }

  protected drop(user: User): void {
    this.chosen.update((users) => users.filter(({ id }) => id !== user.id));
  }

  /** Enter takes the offer that the arrows have chosen, else whoever has exactly this name. */
  protected async finish(): Promise<void> {
    if (this.trigger().activeOption !== null) return;
    const username = this.wanted().toLowerCase();
    if (username === '') return;
    try {
      const found = await this.profiles.find(username);
      this.take(
        username,
        found.find((one) => one.username === username),
      );
    } catch (error) {
      this.reason.set(() => explain(error as ServerError));
    }
  }

  protected async add(): Promise<void> {
    this.isBusy.set(true);
    await this.finish();
    if (this.problem() === '' && this.chosen().length === 0) this.reason.set(() => t('rooms.enterPerson'));
    if (this.problem() === '') await this.addChosen();
    this.isBusy.set(false);
  }

  private take(username: string, user: User | undefined): void {
    if (user === undefined) this.reason.set(() => t('rooms.nobodyCalled', { name: username }));
    else if (this.members.roleOf(user.id) === undefined) this.choose(user);
    else this.reason.set(() => t('rooms.isMember', { name: user.displayName }));
  }

  /** One after the other; who could not be added stays chosen. */
  private async addChosen(): Promise<void> {
    const added: User[] = [];
    try {
      for (const user of this.chosen()) {
        await this.members.add(user.username);
        added.push(user);
      }
      this.notice.say(addedText(added));
      this.self.close();
    } catch (error) {
      for (const user of added) this.drop(user);
      this.reason.set(() => explain(error as ServerError));
    }
  }

  private empty(): void {
    this.box().nativeElement.value = '';
    this.typed.set('');
  }
}

function addedText(users: readonly User[]): string {
  const [first] = users;
  const isOne = first !== undefined && users.length === 1;
  return isOne ? t('rooms.memberAdded', { name: first.displayName }) : t('rooms.membersAdded', { count: users.length });
}
