import { COMMA, ENTER } from '@angular/cdk/keycodes';
import { Component, computed, debounced, type ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import type { User } from '#contracts/user.dto.js';
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

  protected readonly room = inject(CurrentRoom).room;
  protected readonly separators = [ENTER, COMMA];
  protected readonly chosen = signal<readonly User[]>([]);
  protected readonly typed = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly action = computed(() => {
    const count = this.chosen().length;
    return count > 1 ? `Add ${count} members` : 'Add member';
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
    return found.filter(({ id, status }) => status === 'active' && !present.has(id));
  });

  protected type(text: string): void {
    this.typed.set(text);
    this.problem.set('');
  }

  protected choose(user: User): void {
    this.chosen.update((users) => [...users, user]);
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
      this.problem.set(explain(error as ServerError));
    }
  }

  protected async add(): Promise<void> {
    this.isBusy.set(true);
    await this.finish();
    if (this.problem() === '' && this.chosen().length === 0) this.problem.set('Enter a name or username.');
    if (this.problem() === '') await this.addChosen();
    this.isBusy.set(false);
  }

  private take(username: string, user: User | undefined): void {
    if (user === undefined) this.problem.set(`Nobody here is called "${username}".`);
    else if (this.members.roleOf(user.id) !== undefined) this.problem.set(`${user.displayName} is a member already.`);
    else this.choose(user);
  }

  /** One after the other; who could not be added stays chosen. */
  private async addChosen(): Promise<void> {
    const added: User[] = [];
    try {
      for (const user of this.chosen()) {
        await this.members.add(user.username);
        added.push(user);
      }
      this.notice.say(added.length === 1 ? `${added[0]?.displayName ?? ''} added` : `${added.length} members added`);
      this.self.close();
    } catch (error) {
      for (const user of added) this.drop(user);
      this.problem.set(explain(error as ServerError));
    }
  }

  private empty(): void {
    this.box().nativeElement.value = '';
    this.typed.set('');
  }
}
