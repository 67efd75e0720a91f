import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatChipRowHarness } from '@angular/material/chips/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Post, PostRevision, UpdatePostDto } from '#contracts/post.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { ServerError } from '../realtime/server-error';
import { aPost } from '../rooms/room.fixture';
import { asDialog, asksBeforeLeaving } from '../ui/dialog.fixture';
import { DialogFrameHarness } from '../ui/dialog-frame.harness';
import { Clock } from '../ui/short-time';
import { EditPostDialog } from './edit-post-dialog';
import { PostStore } from './post-store';
import { PostsApi } from './posts-api';

const POST = aPost({ id: 'post', kind: 'topic', title: 'Guide', about: 'First words', tags: ['data'], version: 4 });
const THEIRS: PostRevision = {
  ...{ version: 6, title: 'Guide', about: 'Their words', editorId: 'lei' },
  at: '2026-06-03T09:00:00.000Z',
};
const stale = () => new ServerError('stale_edit', 'Changed', 409, [], undefined, undefined, undefined, [], THEIRS);

describe('editing a post', () => {
  const [close, say, put] = [jest.fn(), jest.fn(), jest.fn()];
  const update = jest.fn<(room: string, post: string, changes: UpdatePostDto) => Promise<Post>>();

  beforeEach(() => {
    for (const mock of [close, say, put, update]) mock.mockReset();
    update.mockImplementation((_room, _post, { baseVersion: _, ...changes }) =>
      Promise.resolve({ ...POST, ...changes, version: 7 }),
    );
    TestBed.configureTestingModule({
      providers: [
        ...asDialog({ data: POST, close, say }),
        { provide: PostsApi, useValue: { update, tags: () => Promise.resolve([]) } },
        { provide: PostStore, useValue: { put } },
        { provide: PeopleStore, useValue: { need: () => undefined, nameOf: () => '王磊', person: () => undefined } },
        { provide: Clock, useValue: { now: () => Date.parse('2026-06-03T09:04:00.000Z') } },
      ],
    });
  });

  async function open() {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(EditPostDialog));
    return {
      dialog: await loader.getHarness(DialogFrameHarness),
      title: await loader.getHarness(MatInputHarness.with({ label: 'Title' })),
      about: await loader.getHarness(MatInputHarness.with({ label: 'About' })),
      tag: (text: string) => loader.getHarness(MatChipRowHarness.with({ text })),
    };
  }

  it('sends only what was changed, over the version that was seen', async () => {
    const { dialog, title, tag } = await open();
    await title.setValue('Guide v2');
    await (await tag('data')).remove();
    await dialog.act();
    expect(update.mock.calls).toEqual([['room', 'post', { title: 'Guide v2', tags: [], baseVersion: 4 }]]);
    expect([close.mock.calls.length, put.mock.calls.length > 0, say.mock.calls.length]).toEqual([1, true, 1]);
  });

  it('asks nothing of the server when nothing was changed, and wants a title', async () => {
    const { dialog, title } = await open();
    await dialog.act();
    expect([update.mock.calls, close.mock.calls]).toEqual([[], [[undefined]]]);
    await title.setValue(' ');
    await dialog.act();
    expect([update.mock.calls, close.mock.calls.length]).toEqual([[], 1]);
  });

  it('shows what somebody else saved meanwhile before it is replaced', async () => {
    const { dialog, about } = await open();
    await about.setValue('My words');
    update.mockRejectedValueOnce(stale());
    await dialog.act();
    expect([await dialog.refusal(), await dialog.action(), await about.getValue()]).toEqual([
      expect.stringMatching(/王磊 saved changes 4 min ago.*Their words/u),
      'Replace it',
      'My words',
    ]);
    await dialog.act();
    expect(update.mock.calls.at(-1)).toEqual(['room', 'post', { about: 'My words', baseVersion: 6 }]);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('takes theirs when one prefers it', async () => {
    const { dialog, about } = await open();
    await about.setValue('My words');
    update.mockRejectedValueOnce(stale());
    await dialog.act();
    await dialog.press('Use theirs');
    expect([await about.getValue(), await dialog.refusal(), await dialog.action()]).toEqual([
      'Their words',
      '',
      'Save',
    ]);
  });

  it('asks before it is left while something differs', async () => {
    const { title, tag } = await open();
    expect(asksBeforeLeaving()).toBe(false);
    await title.setValue('Guide v2');
    expect(asksBeforeLeaving()).toBe(true);
    await title.setValue('Guide');
    expect(asksBeforeLeaving()).toBe(false);
    await (await tag('data')).remove();
    expect(asksBeforeLeaving()).toBe(true);
  });

  it('asks nothing once what it holds is theirs', async () => {
    const { dialog, about } = await open();
    await about.setValue('My words');
    update.mockRejectedValueOnce(stale());
    await dialog.act();
    expect(asksBeforeLeaving()).toBe(true);
    await dialog.press('Use theirs');
    expect(asksBeforeLeaving()).toBe(false);
  });

  it('stays with what the server refused', async () => {
    const { dialog, title } = await open();
    await title.setValue('Guide v2');
    update.mockRejectedValueOnce(new ServerError('read_only', 'Archived', 409));
    await dialog.act();
    expect([await dialog.refusal(), close.mock.calls]).toEqual(['This cannot be changed any more.', []]);
  });
});
