import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SharedFile, SharedFilePage } from '#contracts/attachment.dto.js';
import { PostStore } from '../posts/post-store';
import { PeopleStore } from '../profiles/people-store';
import { Api } from '../realtime/api';
import { ChatSocket } from '../realtime/chat-socket';
import { FilePages } from './file-pages';

const file = (id: string): SharedFile => ({
  attachment: { id, name: id, mime: 'text/plain', size: 1, url: `/${id}`, state: 'ready' },
  postId: 'post',
  messageId: id,
  seq: 1,
  authorId: 'lei',
  at: '2026-06-03T09:00:00.000Z',
});

describe('the files of a room', () => {
  const get = jest.fn<(path: string, query: object) => Promise<SharedFilePage>>();
  const place = signal('/rooms/room');
  let tell: (frame: object) => void;
  let pages: FilePages;

  beforeEach(async () => {
    get.mockReset();
    get.mockResolvedValue({ items: [file('one'), file('two')], total: 3, nextCursor: 'next' });
    place.set('/rooms/room');
    TestBed.configureTestingModule({
      providers: [
        FilePages,
        { provide: Api, useValue: { get } },
        { provide: PeopleStore, useValue: { need: () => undefined } },
        { provide: PostStore, useValue: { post: () => ({ roomId: 'room' }) } },
        {
          provide: ChatSocket,
          useValue: { on: (_: string, handle: typeof tell) => (tell = handle), connections: () => 1 },
        },
      ],
    });
    pages = TestBed.inject(FilePages);
    TestBed.runInInjectionContext(() => pages.follow(place));
    await settle();
  });

  async function settle(ms = 0): Promise<void> {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, ms));
    TestBed.tick();
    await new Promise((done) => setTimeout(done, 5));
  }
  const names = () => pages.items().map(({ attachment }) => attachment.id);

  it('come a page at a time', async () => {
    expect([names(), pages.total(), pages.state()]).toEqual([['one', 'two'], 3, 'ready']);
    get.mockResolvedValueOnce({ items: [file('three')], total: 3 });
    await pages.more();
    expect([names(), pages.hasMore()]).toEqual([['one', 'two', 'three'], undefined]);
    expect(get.mock.calls.at(-1)).toEqual(['/rooms/room/files', { limit: 30, cursor: 'next', kind: undefined }]);
  });

  it('are asked for again when some were sent in the room or taken back, and not for words', async () => {
    const message = { attachments: [], state: 'live' };
    tell({ postId: 'post', items: [message] });
    await settle(400);
    expect(get).toHaveBeenCalledTimes(1);
    tell({ postId: 'post', items: [{ ...message, attachments: [{}] }] });
    tell({ postId: 'post', items: [{ ...message, state: 'recalled' }] });
    await settle(400);
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('of another kind or place replace them, late answers of the former do not', async () => {
    let answer: (page: SharedFilePage) => void = () => undefined;
    get.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    pages.kind.set('picture');
    await settle();
    expect([names(), pages.state()]).toEqual([[], 'loading']);
    place.set('/posts/post');
    await settle();
    answer({ items: [file('late')], total: 1 });
    await settle();
    expect([names(), pages.kind()]).toEqual([['one', 'two'], undefined]);
    expect(get.mock.calls.at(-1)?.[0]).toBe('/posts/post/files');
  });

  it('that cannot be had say so', async () => {
    get.mockRejectedValueOnce(new Error('unreachable'));
    place.set('/rooms/other');
    await settle();
    expect([names(), pages.state()]).toEqual([[], 'failed']);
    await pages.load();
    expect(pages.state()).toBe('ready');
  });

  it('have no gap when more is asked for while what is new is on its way', async () => {
    let answer: (page: SharedFilePage) => void = () => undefined;
    get.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const loaded = pages.load();
    const more = pages.more();
    get.mockResolvedValueOnce({ items: [file('two'), file('three')], total: 4 });
    answer({ items: [file('new'), file('one')], total: 4, nextCursor: 'after one' });
    await Promise.all([loaded, more]);
    expect(get.mock.calls.at(-1)?.[1]).toMatchObject({ cursor: 'after one' });
    expect(names()).toEqual(['new', 'one', 'two', 'three']);
  });

  it('are those of the last answer that was asked for, however late one before comes', async () => {
    let answer: (page: SharedFilePage) => void = () => undefined;
    get.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const more = pages.more();
    await settle();
    get.mockResolvedValueOnce({ items: [file('new'), file('one')], total: 4, nextCursor: 'after one' });
    await pages.load();
    answer({ items: [file('three')], total: 3 });
    await more;
    expect([names(), pages.hasMore()]).toEqual([['new', 'one'], 'after one']);
  });
});
