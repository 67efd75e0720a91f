import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Post } from '#contracts/post.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { PostStore } from './post-store';

const AT = '2026-06-03T09:00:00.000Z';
const aPost = (id: string, facts: Partial<Post> = {}): Post => ({
  id,
  roomId: 'room',
  slug: id,
  kind: 'topic',
  title: id,
  about: '',
  tags: [],
  authorId: 'greta',
  state: 'active',
  firstSeq: 1,
  lastSeq: 5,
  rev: 5,
  version: 1,
  createdAt: AT,
  activeAt: AT,
  readSeq: 2,
  unread: 3,
  ...facts,
});
const at = (minute: number) => new Date(Date.UTC(2026, 5, 3, 9, minute)).toISOString();
const MANY = 8_000;

describe('the posts of the client', () => {
  let posts: PostStore;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [{ provide: ChatSocket, useValue: { on: () => undefined } }],
    });
    posts = TestBed.inject(PostStore);
  });

  it('are listed by room, the chat first, then the latest active', () => {
    const topics = [aPost('old', { activeAt: at(1) }), aPost('new', { activeAt: at(2) })];
    posts.put([...topics, aPost('chat', { kind: 'chat' }), aPost('elsewhere', { roomId: 'other' })], true);
    expect(posts.inRoom('room').map(({ id }) => id)).toEqual(['chat', 'new', 'old']);
    expect(posts.inRoom('nowhere')).toEqual([]);
    posts.moved('old', 6, 6, at(3));
    expect(posts.inRoom('room').map(({ id }) => id)).toEqual(['chat', 'old', 'new']);
    expect(posts.recentTopics().map(({ id }) => id)).toEqual(['old', 'new', 'elsewhere']);
  });

  it('of a large house are taken at once, and asked for room by room without going through all of them', () => {
    const house = Array.from({ length: MANY }, (_, index) => aPost(`p${index}`, { roomId: `r${index % 400}` }));
    const begun = performance.now();
    posts.put(house, true);
    for (let room = 0; room < 400; room += 1) expect(posts.inRoom(`r${room}`)).toHaveLength(MANY / 400);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
