import { Component, computed, input } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { PersonName, splitName } from '../ui/person-name';
import { ProfileCardLink } from './profile-card-link';

/** A person's name wherever it stands: opens their card. */
@Component({
  selector: 'app-person-link',
  imports: [PersonName, ProfileCardLink],
  template: `@if (person(); as user) {
      <a [class]="isWide() ? 'wide' : 'reach'" [appProfileCard]="user"
        ><app-person-name [name]="name()" [isGone]="user.status === 'deactivated'"
      /></a>
    } @else {
      <span>…</span>
    }`,
  styles: `
    a {
      color: inherit;

      &:hover {
        text-decoration: underline;
      }
    }
    .wide::after {
      content: '';
      position: absolute;
      inset: 0;
    }
  `,
})
export class PersonLink {
  /** Undefined as long as nobody knows who it is. */
  readonly person = input.required<User | undefined>();
  /** Without the romanised form beside a Chinese name. */
  readonly isShort = input(false);
  /** What stands around it (as far as the next element with a position) opens the card too, such as a picture. */
  readonly isWide = input(false);
  protected readonly name = computed(() => {
    const { displayName = '' } = this.person() ?? {};
    return this.isShort() ? splitName(displayName).main : displayName;
  });
}
