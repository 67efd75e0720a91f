import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ComposerFocus } from '../messages/composer-focus';
import { Drafts } from '../messages/drafts';
import { PostStore } from '../posts/post-store';
import { RoomStore } from '../rooms/room-store';
import { aKnownRoom, aSharedPost } from './home.fixture';
import { KnownDrafts } from './known-drafts';

describe('drafts of this device', () => {
  const texts = signal<ReadonlyMap<string, string>>(new Map());
  const posts = [
    aSharedPost('Train', 'Old', { activeAt: '2026-06-03T08:00:00.000Z' }),
    aSharedPost('Train', 'Chat', { kind: 'chat', activeAt: '2026-06-03T09:00:00.000Z' }),
    aSharedPost('Left', 'Elsewhere'),
  ];
  const rooms = [aKnownRoom('Train'), aKnownRoom('Left', { myRole: null })];
  let drafts: KnownDrafts;

  beforeEach(() => {
    texts.set(new Map());
    TestBed.configureTestingModule({
      providers: [
        { provide: Drafts, useValue: { all: texts } },
        { provide: PostStore, useValue: { post: (wanted: string) => posts.find(({ id }) => id === wanted) } },
        { provide: RoomStore, useValue: { room: (wanted: string) => rooms.find(({ id }) => id === wanted) } },
      ],
    });
    drafts = TestBed.inject(KnownDrafts);
  });

  it('are told with where they lead and how they begin, the latest active first', () => {
    texts.set(
      new Map([
        ['Old', 'I would **hold**\nuntil'],
        ['Chat', '我投'],
      ]),
    );
    expect(drafts.items().map(({ beginning, link }) => [beginning, ...link])).toEqual([
      ['我投', '/r', 'train'],
      ['I would hold until', '/r', 'train', 'p', 'old'],
    ]);
  });

  it('are none where nothing can be written', () => {
    texts.set(
      new Map([
        ['Old', '  \n'],
        ['Elsewhere', 'left behind'],
        ['deleted', 'gone'],
      ]),
    );
    expect(drafts.items()).toEqual([]);
  });

  it('lead to the composer, once', () => {
    texts.set(new Map([['Old', 'text']]));
    const [item] = drafts.items();
    if (item !== undefined) drafts.resume(item);
    const focus = TestBed.inject(ComposerFocus);
    expect([focus.take('Chat'), focus.take('Old'), focus.take('Old')]).toEqual([false, true, false]);
  });
});
