import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PostRevision, PostRevisionPage } from '#contracts/post.dto.js';
import type { User } from '#contracts/user.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { ProfileCards } from '../profiles/profile-cards';
import { aPost } from '../rooms/room.fixture';
import { asDialog } from '../ui/dialog.fixture';
import { HistoryDialog } from './history-dialog';
import { HistoryDialogHarness } from './history-dialog.harness';
import { PostsApi } from './posts-api';

const lei: User = { id: 'lei', username: 'lei', displayName: '王磊', role: 'member', status: 'active' };
const revision = (version: number, title: string, about = ''): PostRevision => ({
  ...{ version, title, about, editorId: 'lei' },
  at: `2026-06-0${version}T09:00:00.000Z`,
});
const page = (items: PostRevision[], nextCursor?: string, total = items.length): PostRevisionPage => ({
  ...{ items, total, most: 3 },
  ...(nextCursor !== undefined && { nextCursor }),
});

describe('the history of a post', () => {
  const revisions = jest.fn<(room: string, post: string, cursor?: string) => Promise<PostRevisionPage>>();
  const open = jest.fn<(user: User) => void>();

  beforeEach(() => {
    for (const mock of [revisions, open]) mock.mockReset();
    TestBed.configureTestingModule({
      providers: [
        ...asDialog({ data: aPost({ id: 'post', title: 'Guide v3' }), close: () => undefined, say: () => undefined }),
        { provide: PostsApi, useValue: { revisions } },
        { provide: ProfileCards, useValue: { open } },
        {
          provide: PeopleStore,
          useValue: { need: () => undefined, nameOf: () => lei.displayName, person: () => lei },
        },
      ],
    });
  });

  const show = () =>
    TestbedHarnessEnvironment.harnessForFixture(TestBed.createComponent(HistoryDialog), HistoryDialogHarness);

  it('says who changed what, the newest first, and how it was opened', async () => {
    revisions.mockResolvedValue(page([revision(2, 'Guide v3', 'New words'), revision(1, 'Guide v2', 'Old words')]));
    const history = await show();
    const [newest, first, ...others] = await history.lines();
    expect([newest, first, others]).toEqual([
      expect.stringMatching(/^王磊.*2 Jun.*v3.*New words/u),
      expect.stringMatching(/^王磊.*as it was opened.*Guide v2/u),
      [],
    ]);
    expect(await history.changes()).toEqual({ added: ['v3', 'New'], removed: ['v2', 'Old'] });
  });

  it('fetches what is older when asked, and shows none before it is known what it changed', async () => {
    revisions.mockResolvedValueOnce(page([revision(3, 'Three'), revision(2, 'Two')], 'older', 3));
    revisions.mockResolvedValueOnce(page([revision(1, 'One')], undefined, 3));
    const history = await show();
    expect([(await history.lines()).length, await history.buttonNames()]).toEqual([1, ['Show more']]);
    await history.press('Show more');
    expect(revisions.mock.calls.at(-1)).toEqual(['room', 'post', 'older']);
    expect([(await history.lines()).length, await history.buttonNames()]).toEqual([3, []]);
    expect((await history.lines()).at(-1)).toContain('as it was before that');
  });

  it('is asked for again when the server did not answer', async () => {
    revisions.mockRejectedValueOnce(new Error('No answer')).mockResolvedValue(page([revision(1, 'One')]));
    const history = await show();
    expect(await history.failed()).toBe('The history did not load');
    await history.press('Try again');
    expect([await history.failed(), (await history.lines()).length]).toEqual([null, 1]);
  });
});
