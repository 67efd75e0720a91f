import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { SystemText } from '#contracts/message.dto.js';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { speak, t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { LatestLine } from './latest-line';
import type { KnownRoom } from './room-state';

describe('what lists say of the newest message', () => {
  const line = (authorId: string, excerpt: string, system?: SystemText) => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: PeopleStore, useValue: { person: () => ({ displayName: '王磊 Lei Wang' }) } },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }) } },
      ],
    });
    return TestBed.inject(LatestLine).of({ latest: { authorId, excerpt, ...(system && { system }) } } as KnownRoom);
  };

  it('is who and the first words, without markup', () => {
    expect(line('lei', 'Vote **closes** at `15:00`')).toBe('王磊: Vote closes at 15:00');
  });

  it('is in the language of the reader where Roomers wrote it', () => {
    const system = { code: 'admin_joined', params: { name: 'Hanna' } };
    const said = () => line('hanna', 'Hanna joined as an admin of the organisation.', system);
    expect(said()).toBe('Hanna joined as an admin of the organisation.');
    speak('zh', chinese);
    expect(said()).toBe(t('system.admin_joined', system.params));
    expect(said()).not.toContain('joined');
    speak('en', english);
  });

  it('is the name alone where there are no words', () => {
    expect(line('hanna', '')).toBe('You');
  });
});
