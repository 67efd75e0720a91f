import { inject, Injectable } from '@angular/core';
import { t } from '../language/texts';
import { plainWords } from '../messages/plain-words';
import { systemWords } from '../messages/system-text';
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
    if (latest.system !== undefined) return systemWords({ text: latest.excerpt, system: latest.system });
    const isOwn = latest.authorId === this.session.user()?.id;
    const name = isOwn ? t('rooms.you') : shortName(this.people.person(latest.authorId)?.displayName ?? '');
    const words = plainWords(latest.excerpt);
    return name === '' || words === '' ? name || words : t('rooms.said', { name, words });
  }
}

/** The first word of a name in Latin letters; a Chinese name whole. */
function shortName(name: string): string {
  return splitName(name).main.split(/\s/u)[0] ?? name;
}
