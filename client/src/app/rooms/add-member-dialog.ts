import { Component, computed, debounced, inject, resource, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ProfilesApi } from '../profiles/profiles-api';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { MemberStore } from './member-store';

/** Adds somebody to a private room by username. */
@Component({
  selector: 'app-add-member-dialog',
  imports: [
    Avatar,
    FormsModule,
    Icon,
    InitialFocus,
    MatAutocompleteModule,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
  ],
  templateUrl: './add-member-dialog.html',
  styleUrl: './add-member-dialog.scss',
})
export class AddMemberDialog {
  private readonly members = inject(MemberStore);
  private readonly profiles = inject(ProfilesApi);
  private readonly self = inject<MatDialogRef<AddMemberDialog>>(MatDialogRef);

  protected readonly username = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  private readonly settled = debounced(() => this.username().trim().replace(/^@/, ''), 200);
  private readonly found = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() || undefined : undefined),
    loader: ({ params }) => this.profiles.find(params),
  });
  protected readonly people = computed(() => {
    const present = new Set(this.members.members().map(({ user }) => user.id));
    return this.found.hasValue() ? this.found.value().filter(({ id }) => !present.has(id)) : [];
  });

  protected async add(): Promise<void> {
    const username = this.username().trim().replace(/^@/, '');
    if (username === '') {
      this.problem.set('Enter a username.');
      return;
    }
    this.isBusy.set(true);
    try {
      await this.members.add(username);
      this.self.close();
    } catch (error) {
      const { code } = error as ServerError;
      const isUnknown = code === 'not_found' || code === 'unknown_user';
      this.problem.set(isUnknown ? `Nobody here is called "${username}".` : explain(error as ServerError));
      this.isBusy.set(false);
    }
  }
}
