import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { LatestLine } from './latest-line';
import type { KnownRoom } from './room-state';

describe('what lists say of the newest message', () => {
  const line = (authorId: string, excerpt: string) => {
    TestBed.configureTestingModule({
      providers: [
        { provide: PeopleStore, useValue: { person: () => ({ displayName: '王磊 Lei Wang' }) } },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }) } },
      ],
    });
    return TestBed.inject(LatestLine).of({ latest: { authorId, excerpt } } as KnownRoom);
  };

  it('is who and the first words, without markup', () => {
    expect(line('lei', 'Vote **closes** at `15:00`')).toBe('王磊: Vote closes at 15:00');
  });

  it('is the name alone where there are no words', () => {
    expect(line('hanna', '')).toBe('You');
  });
});
