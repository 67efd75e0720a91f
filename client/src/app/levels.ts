import { Location } from '@angular/common';
import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Place, type Section } from './place';
import { Trail } from './trail';

/** The console is reached from the settings. */
const ABOVE_LIST: Partial<Record<Section, string>> = { admin: '/settings' };

/** On a phone one pane shows at a time: rooms, then posts, then the conversation. */
@Injectable({ providedIn: 'root' })
export class Levels {
  private readonly place = inject(Place);
  private readonly trail = inject(Trail);
  private readonly router = inject(Router);
  private readonly location = inject(Location);

  /** The address one level up; undefined at the top. */
  readonly parent = computed(() => {
    const isList = this.place.showsList();
    const section = this.place.section();
    switch (section) {
      case 'room':
        return isList ? '/rooms' : this.postsOf(this.place.room() ?? '');
      case 'rooms':
      case 'settings':
      case 'admin':
        return isList ? ABOVE_LIST[section] : `/${section}`;
      case 'other':
        return this.cameFrom();
      case 'home':
        return undefined;
    }
  });

  /** Goes one level up: back where one came from there, so that the browser's Back does not lead down again. */
  up(): void {
    const parent = this.parent();
    if (parent === undefined) return;
    if (this.trail.previous() === parent) this.location.back();
    else void this.router.navigateByUrl(parent, { replaceUrl: true });
  }

  private postsOf(room: string): string {
    return this.router.createUrlTree(['/r', room], { queryParams: { pane: 'posts' } }).toString();
  }

  /** A page that belongs to no level, such as a person's, leads back to where it was opened. */
  private cameFrom(): string {
    // The trail is no signal; the address changes with it.
    this.place.url();
    return this.trail.previous() ?? '/';
  }
}
