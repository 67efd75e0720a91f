import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PostDrafts } from './post-draft';

const BEGUN = { title: '论文', about: 'Papers', tags: ['reading'] };
const NOTHING = { title: '', about: '', tags: [] };

describe('a post that was begun', () => {
  beforeEach(() => localStorage.clear());

  it('stays for its room and account only', () => {
    expect(new PostDrafts('hanna', 'room').write(BEGUN)).toBe(true);
    expect(new PostDrafts('hanna', 'room').read()).toEqual(BEGUN);
    expect(new PostDrafts('hanna', 'other').read()).toEqual(NOTHING);
    expect(new PostDrafts('lei', 'room').read()).toEqual(NOTHING);
  });

  it('is gone once it is emptied or made', () => {
    const drafts = new PostDrafts('hanna', 'room');
    drafts.write(BEGUN);
    expect(drafts.write({ title: ' ', about: '', tags: [] })).toBe(false);
    expect([drafts.read(), localStorage.length]).toEqual([NOTHING, 0]);
    drafts.write(BEGUN);
    drafts.clear();
    expect(drafts.read()).toEqual(NOTHING);
  });

  it('is nothing when what was kept cannot be read', () => {
    localStorage.setItem('roomers.new-post.hanna.room', '{broken');
    expect(new PostDrafts('hanna', 'room').read()).toEqual(NOTHING);
  });

  it('is said not to be kept when the device has no room for it', () => {
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(new PostDrafts('hanna', 'room').write(BEGUN)).toBe(false);
    full.mockRestore();
  });
});
