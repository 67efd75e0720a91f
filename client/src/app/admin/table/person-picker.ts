import { Component, inject, input, model } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { ProfilesApi } from '../../profiles/profiles-api';
import { Avatar } from '../../ui/avatar';
import { PersonName } from '../../ui/person-name';
import { OnePicker } from './one-picker';

/** One person, found by name. */
@Component({
  selector: 'app-person-picker',
  imports: [Avatar, OnePicker, PersonName],
  template: `
    <app-one-picker [label]="label()" [find]="find" [nameOf]="nameOf" [option]="option" [(chosen)]="person" />
    <ng-template #option let-one>
      <span class="one">
        <app-avatar [id]="one.id" [name]="one.displayName" [imageUrl]="one.imageUrl" [size]="32" />
        <span class="ellipsis"
          ><app-person-name [name]="one.displayName" /> <small>&#64;{{ one.username }}</small></span
        >
      </span>
    </ng-template>
  `,
  styleUrl: './picker-option.scss',
})
export class PersonPicker {
  readonly label = input.required<string>();
  readonly person = model<User | null>(null);
  private readonly profiles = inject(ProfilesApi);
  protected readonly find = (text: string) => this.profiles.find(text.replace(/^@/u, ''));
  protected readonly nameOf = ({ displayName }: User) => displayName;
}
