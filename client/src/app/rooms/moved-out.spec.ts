import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SharedPost } from '#contracts/post.dto.js';
import { Drafts } from '../messages/drafts';
import { Place } from '../place';
import { PostStore } from '../posts/post-store';
import { Notice, type NoticeAction } from '../ui/notice';
import { MovedOut } from './moved-out';
import { aPost, aRoom } from './room.fixture';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';

const room: KnownRoom = { ...aRoom({ name: 'Machine Learning' }), chatPostId: 'chat' };
const topic = aPost({ id: 'topic', slug: 'gpu-queue', title: 'GPU queue', kind: 'topic' });

describe('whoever is in a room or post that goes', () => {
  const [goneRoom, gonePost] = [signal<KnownRoom | null>(null), signal<SharedPost | null>(null)];
  const [at, post] = [signal<string | undefined>('room'), signal<string | undefined>(undefined)];
  const navigate = jest.fn<(path: string[], how: object) => Promise<boolean>>();
  const say = jest.fn<(text: string, action?: NoticeAction) => void>();
  const read = jest.fn<(postId: string) => string>();
  const settle = async () => {
    TestBed.tick();
    await Promise.resolve();
    await Promise.resolve();
  };

  beforeEach(() => {
    goneRoom.set(null);
    gonePost.set(null);
    at.set('room');
    post.set(undefined);
    navigate.mockReset().mockResolvedValue(true);
    say.mockReset();
    read.mockReset().mockReturnValue('');
    TestBed.configureTestingModule({
      providers: [
        { provide: Place, useValue: { room: at, post } },
        { provide: RoomStore, useValue: { gone: goneRoom, room: () => room } },
        { provide: PostStore, useValue: { gone: gonePost } },
        { provide: Drafts, useValue: { read } },
        { provide: Notice, useValue: { say } },
        { provide: Router, useValue: { navigate } },
      ],
    });
    TestBed.inject(MovedOut);
  });

  it('is told and moved to the list of rooms', async () => {
    goneRoom.set(room);
    await settle();
    expect(navigate.mock.calls).toEqual([[['/rooms'], { replaceUrl: true }]]);
    expect(say).toHaveBeenCalledWith('Machine Learning was deleted', undefined);
  });

  it('is not told that a private room was deleted that may only be closed to them', async () => {
    goneRoom.set({ ...room, visibility: 'private' });
    await settle();
    expect(say).toHaveBeenCalledWith('Machine Learning was deleted, or is no longer open to you', undefined);
  });

  it('lands in the chat of the room when a post goes, and can take along what was begun (D29)', async () => {
    post.set('gpu-queue');
    read.mockReturnValue('half a sentence');
    gonePost.set(topic);
    await settle();
    expect(navigate.mock.calls).toEqual([[['/r', 'room'], { replaceUrl: true }]]);
    expect(say).toHaveBeenCalledWith('GPU queue was deleted', expect.objectContaining({ label: 'Copy draft' }));
  });

  it('stays where they are when it is another', async () => {
    at.set('elsewhere');
    goneRoom.set(room);
    gonePost.set(topic);
    await settle();
    expect([navigate.mock.calls, say.mock.calls]).toEqual([[], []]);
  });
});
