import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SharedPost } from '#contracts/post.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { ProfileCards } from '../profiles/profile-cards';
import { PostStore } from '../posts/post-store';
import { PostsApi } from '../posts/posts-api';
import { RoomActions } from '../rooms/room-actions';
import type { KnownRoom } from '../rooms/room-state';
import { SessionStore } from '../sign-in/session-store';
import { Notice } from '../ui/notice';
import { ComposerFocus } from './composer-focus';
import { QuietBar } from './quiet-bar';

describe('the bar in place of the composer', () => {
  const siyuan = { displayName: '陈思远 Siyuan Chen', username: 'siyuan' };
  const join = jest.fn<() => Promise<void>>();
  const openCard = jest.fn();

  beforeEach(() => {
    join.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomActions, useValue: { join } },
        { provide: PostsApi, useValue: {} },
        { provide: PostStore, useValue: {} },
        { provide: Notice, useValue: {} },
        { provide: PeopleStore, useValue: { person: () => siyuan, need: () => undefined } },
        { provide: ProfileCards, useValue: { open: openCard } },
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
      ],
    });
  });

  async function show(room: Partial<KnownRoom>, post: Partial<SharedPost> = {}) {
    const fixture = TestBed.createComponent(QuietBar);
    fixture.componentRef.setInput('room', { id: 'room', myRole: 'member', ...room });
    fixture.componentRef.setInput('post', { id: 'post', state: 'active', authorId: 'lei', ...post });
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const words = [...element.querySelectorAll('.grow, button')].map(({ textContent }) => textContent.trim());
    return { fixture, element, words };
  }

  it('says why one cannot write, and offers what would change it', async () => {
    expect((await show({ myRole: null })).words).toEqual(['You are reading as a visitor', 'Join room']);
    expect((await show({ archivedAt: '2026-06-03T09:00:00.000Z' })).words).toEqual(['This room is archived']);
    expect((await show({}, { state: 'resolved' })).words).toEqual(['This post is resolved', 'Reopen']);
  });

  it('says who resolved the post, and shows their card', async () => {
    const resolved = { state: 'resolved', resolvedAt: new Date().toISOString() } as const;
    const { words, element } = await show({}, { ...resolved, resolvedById: 'siyuan' });
    expect(words).toEqual(['Resolved by 陈思远 today', 'Reopen']);
    element.querySelector('a')!.click();
    expect(openCard).toHaveBeenCalledWith(siyuan, expect.anything());
    expect((await show({}, { ...resolved, resolvedById: 'hanna' })).words).toEqual(['Resolved by you today', 'Reopen']);
  });

  it('says that what was begun is kept, and lets it be copied', async () => {
    localStorage.setItem('roomers.draft.hanna.post', 'half a thought');
    const { words } = await show({}, { state: 'resolved' });
    localStorage.clear();
    expect(words).toEqual([expect.stringContaining('Your draft is kept'), 'Copy draft', 'Reopen']);
  });

  it('hands the focus to the composer that takes its place', async () => {
    const focus = TestBed.inject(ComposerFocus);
    const { fixture, element } = await show({ myRole: null });
    let isAskedFor = false;
    join.mockImplementation(() => {
      isAskedFor = focus.take('post');
      return Promise.resolve();
    });
    element.querySelector('button')!.click();
    await fixture.whenStable();
    expect(isAskedFor).toBe(true);
  });

  it('keeps the focus when nothing came of it', async () => {
    const { fixture, element } = await show({ myRole: null });
    element.querySelector('button')!.click();
    await fixture.whenStable();
    expect(TestBed.inject(ComposerFocus).take('post')).toBe(false);
  });
});
