import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AdminUser, BulkResult } from '#contracts/admin.dto.js';
import { Api } from '../../realtime/api';
import { ServerError } from '../../realtime/server-error';
import { LateDialog } from '../../ui/late-dialog';
import { Notice } from '../../ui/notice';
import { Selection } from '../table/selection';
import { BulkActions } from './bulk-actions';
import { PeopleDirectory } from './people-directory';

describe('one thing done to many', () => {
  const post = jest.fn<(path: string, wish: { ids: string[] }) => Promise<{ results: BulkResult[] }>>();
  const refresh = jest.fn<() => Promise<void>>();
  const open = jest.fn<(fetch: unknown, config: { data: { results: BulkResult[] } }) => Promise<undefined>>();
  const say = jest.fn();
  let selection: Selection<AdminUser>;

  beforeEach(() => {
    jest.resetAllMocks();
    selection = new Selection<AdminUser>();
    selection.choose(Array.from({ length: 450 }, (_, index) => ({ id: `${index}` }) as AdminUser));
    post.mockImplementation((_, { ids }) => Promise.resolve({ results: ids.map((id) => ({ id, isDone: true })) }));
    const attempt = (work: () => Promise<void>) => work().catch(say);
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { post } },
        { provide: PeopleDirectory, useValue: { selection, refresh } },
        { provide: LateDialog, useValue: { open } },
        { provide: Notice, useValue: { say, attempt } },
      ],
    });
  });

  const run = () => TestBed.inject(BulkActions).run('reactivate');

  it('asks for as many at once as the server takes', async () => {
    await run();
    expect(post.mock.calls.map(([, { ids }]) => ids.length)).toEqual([200, 200, 50]);
    expect([refresh.mock.calls.length, say.mock.calls, selection.count()]).toEqual([
      1,
      [['450 people reactivated']],
      0,
    ]);
  });

  it('tells what was done before the server ceased to answer, and keeps the others chosen', async () => {
    const answer = post.getMockImplementation();
    post.mockImplementationOnce((...request) => answer?.(...request) ?? Promise.reject(new Error()));
    post.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    await run();
    expect([post.mock.calls.length, refresh.mock.calls.length]).toEqual([2, 1]);
    expect(selection.items().map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, index) => `${index + 200}`));
    const { results } = open.mock.calls[0]?.[1].data ?? { results: [] };
    expect([results.length, results.filter(({ isDone }) => isDone).length]).toEqual([450, 200]);
    expect(results[200]).toMatchObject({ id: '200', isDone: false, code: 'unreachable' });
  });

  it('says why nothing was done, and looks at what is', async () => {
    const refusal = new ServerError('unreachable', 'no answer');
    post.mockRejectedValue(refusal);
    await run();
    expect([say.mock.calls, open.mock.calls, refresh.mock.calls.length]).toEqual([[[refusal]], [], 1]);
    expect(selection.count()).toBe(450);
  });
});
