import { inject, Injectable } from '@angular/core';
import { plainWords } from '../messages/plain-words';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { splitName } from '../ui/person-name';
import type { KnownRoom } from './room-state';

/** What lists say of a room's newest message. */
@Injectable({ providedIn: 'root' })
export class LatestLine {
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);

  /** `Lei: first words`; the name alone where there are none; empty where nothing was written. */
  of({ latest }: KnownRoom): string {
    if (latest === undefined) return '';
    const isOwn = latest.authorId === this.session.user()?.id;
    const name = isOwn ? 'You' : shortName(this.people.person(latest.authorId)?.displayName ?? '');
    return [name, plainWords(latest.excerpt)].filter((part) => part !== '').join(': ');
  }
}

/** The first word of a name in Latin letters; a Chinese name whole. */
function shortName(name: string): string {
  return splitName(name).main.split(/\s/u)[0] ?? name;
}
