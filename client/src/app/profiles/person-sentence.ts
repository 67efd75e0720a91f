import { Component, input } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import type { TextPart } from '../language/texts';
import { PersonLink } from './person-link';

/** A sentence with somebody's name in it, which opens their card. */
@Component({
  selector: 'app-person-sentence',
  imports: [PersonLink],
  template: `
    @for (part of parts(); track $index) {
      @if (part.name === 'name') {
        <app-person-link [person]="person()" [isShort]="isShort()" />
      } @else {
        <span>{{ part.text }}</span>
      }
    }
  `,
  styles: `
    app-person-link {
      color: var(--name-in-sentence, var(--mat-sys-on-surface));
      font-weight: 600;
    }
  `,
})
export class PersonSentence {
  /** The text, whose part `name` the person stands for. */
  readonly parts = input.required<readonly TextPart[]>();
  /** Undefined as long as nobody knows who it is. */
  readonly person = input.required<User | undefined>();
  /** Without the romanised form beside a Chinese name. */
  readonly isShort = input(false);
}
