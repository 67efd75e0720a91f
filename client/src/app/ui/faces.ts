import { Component, input } from '@angular/core';
import type { UserStatus } from '#contracts/user.dto.js';
import { Avatar } from './avatar';

interface Face {
  readonly id: string;
  readonly displayName: string;
  readonly imageUrl?: string;
  readonly status?: UserStatus;
}

/** Pictures of a few people, close together. */
@Component({
  selector: 'app-faces',
  imports: [Avatar],
  template: `
    @for (person of people(); track person.id) {
      <app-avatar
        [id]="person.id"
        [name]="person.displayName"
        [imageUrl]="person.imageUrl"
        [size]="size()"
        [isGone]="person.status === 'deactivated'"
      />
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
    }
    app-avatar {
      box-shadow: 0 0 0 2px var(--app-panel);
    }
    app-avatar + app-avatar {
      margin-left: -7px;
    }
  `,
})
export class Faces {
  readonly people = input.required<readonly Face[]>();
  /** Of each picture, in pixels. */
  readonly size = input.required<28 | 32>();
}
