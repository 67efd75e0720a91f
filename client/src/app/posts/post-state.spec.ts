import { describe, expect, it } from '@jest/globals';
import type { Post, SharedPost } from '#contracts/post.dto.js';
import {
  forgetMarks,
  moveHead,
  NO_POSTS,
  type PostState,
  putMark,
  putOwnPosts,
  putPosts,
  readTo,
  removePosts,
  unreadOf,
} from './post-state';

const shared = (facts: Partial<SharedPost> = {}): SharedPost => ({
  id: 'post',
  roomId: 'room',
  slug: 'chat',
  kind: 'chat',
  title: 'Chat',
  about: '',
  tags: [],
  authorId: 'greta',
  state: 'active',
  firstSeq: 1,
  lastSeq: 10,
  rev: 12,
  version: 1,
  createdAt: '2026-06-03T09:00:00.000Z',
  activeAt: '2026-06-03T09:10:00.000Z',
  ...facts,
});
const own = (readSeq: number, facts: Partial<SharedPost> = {}): Post => ({
  ...shared(facts),
  readSeq,
  unread: (facts.lastSeq ?? 10) - readSeq,
});
const withOwn = (readSeq: number): PostState => putOwnPosts(NO_POSTS, [own(readSeq)]);

describe('the posts the client knows', () => {
  it('count as unread what came after the mark, nothing else', () => {
    expect(unreadOf(withOwn(7), 'post')).toBe(3);
    expect(unreadOf(withOwn(10), 'post')).toBe(0);
  });

  it('count no message as unread that is not kept any longer', () => {
    const begun = putPosts(withOwn(2), [shared({ firstSeq: 9 })]);
    expect(unreadOf(begun, 'post')).toBe(2);
    expect(unreadOf(putPosts(begun, [shared({ firstSeq: 11 })]), 'post')).toBe(0);
    expect(unreadOf(putPosts(withOwn(9), [shared({ firstSeq: 5 })]), 'post')).toBe(1);
  });

  it('are never unread for a visitor, who has no mark', () => {
    const visited = moveHead(putPosts(NO_POSTS, [shared()]), {
      postId: 'post',
      lastSeq: 20,
      rev: 30,
      at: '2026-06-03T10:00:00.000Z',
    });
    expect(unreadOf(visited, 'post')).toBe(0);
    expect(unreadOf(forgetMarks(withOwn(1), 'room'), 'post')).toBe(0);
  });

  it('grow unread with activity, and never shrink by an old one', () => {
    const active = (lastSeq: number) => ({ postId: 'post', lastSeq, rev: lastSeq, at: '2026-06-03T10:00:00.000Z' });
    const later = moveHead(withOwn(10), active(13));
    expect(unreadOf(later, 'post')).toBe(3);
    expect(moveHead(later, active(11)).posts.get('post')?.lastSeq).toBe(13);
  });

  it('ignore the older version of a post but keep its higher numbers', () => {
    const renamed = putPosts(NO_POSTS, [shared({ version: 3, title: 'New' })]);
    const late = putPosts(renamed, [shared({ version: 2, title: 'Old', lastSeq: 11, rev: 14 })]);
    expect(late.posts.get('post')).toMatchObject({ title: 'New', version: 3, lastSeq: 11, rev: 14 });
  });

  it('take a newer version whole, without what it no longer carries', () => {
    const pictured = putPosts(NO_POSTS, [shared({ imageUrl: '/picture' })]);
    expect(putPosts(pictured, [shared({ version: 2 })]).posts.get('post')).not.toHaveProperty('imageUrl');
  });

  it('take a mark by its version: a read on another device, and an unread that goes back', () => {
    const read = putMark(withOwn(7), 'post', { readSeq: 10, version: 5 });
    expect(unreadOf(read, 'post')).toBe(0);
    expect(unreadOf(putMark(read, 'post', { readSeq: 7, version: 4 }), 'post')).toBe(0);
    expect(unreadOf(putMark(read, 'post', { readSeq: 4, version: 6 }), 'post')).toBe(6);
  });

  it('do not let a list put an old mark over a versioned one', () => {
    const read = putMark(withOwn(7), 'post', { readSeq: 10, version: 5 });
    expect(unreadOf(putOwnPosts(read, [own(7)]), 'post')).toBe(0);
  });

  it('move the mark ahead of the server, but never back', () => {
    expect(unreadOf(readTo(withOwn(3), 'post', 10), 'post')).toBe(0);
    expect(unreadOf(readTo(withOwn(8), 'post', 5), 'post')).toBe(2);
  });

  it('go with their room', () => {
    const gone = removePosts(withOwn(3), ({ roomId }) => roomId === 'room');
    expect([gone.posts.size, gone.marks.size]).toEqual([0, 0]);
  });

  it('end the same in whatever order the same things are told', () => {
    const steps: ((state: PostState) => PostState)[] = [
      (state) => putPosts(state, [shared({ version: 2, title: 'Renamed' })]),
      (state) => putMark(state, 'post', { readSeq: 9, version: 2 }),
      (state) => putMark(state, 'post', { readSeq: 12, version: 3 }),
      (state) => moveHead(state, { postId: 'post', lastSeq: 13, rev: 20, at: '2026-06-03T11:00:00.000Z' }),
      (state) => putPosts(state, [shared({ version: 1, lastSeq: 12, rev: 18 })]),
    ];
    const orders = [steps, [...steps].reverse(), [3, 1, 4, 0, 2].flatMap((at) => steps[at] ?? [])];
    const ends = orders.map((order) => order.reduce((state, step) => step(state), withOwn(3)));
    for (const end of ends) {
      expect(end.posts.get('post')).toEqual(ends[0]?.posts.get('post'));
      expect(unreadOf(end, 'post')).toBe(1);
    }
  });

  it('stay the same when a frame says nothing new, so that nothing is drawn again', () => {
    const state = withOwn(7);
    const frame = { postId: 'post', lastSeq: 10, rev: 12, at: '2026-06-03T09:10:00.000Z' };
    expect(moveHead(state, frame)).toBe(state);
    expect(moveHead(state, { ...frame, rev: 13 })).not.toBe(state);
  });
});
