import { describe, expect, it } from '@jest/globals';
import { changesTo, follow } from './profile-draft';

const kept = { displayName: 'Hanna', aboutMe: 'Evaluation', location: 'Göteborg' };

describe('a profile being edited', () => {
  it('has changed where it differs, and nowhere once that is taken back', () => {
    expect(changesTo(kept, { ...kept, aboutMe: '评测' })).toEqual({ aboutMe: '评测' });
    expect(changesTo(kept, { ...kept })).toEqual({});
  });

  it('follows another device except in what was written here', () => {
    const written = { ...kept, aboutMe: 'mine' };
    const saved = { displayName: 'Hanna L.', aboutMe: 'theirs', location: 'Malmö' };
    expect(follow(kept, written, saved)).toEqual({ ...saved, aboutMe: 'mine' });
  });
});
