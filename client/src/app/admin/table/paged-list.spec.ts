import { describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../../realtime/server-error';
import { type FetchPage, type Identified, type Page, PagedList } from './paged-list';

const items = (...ids: string[]): Identified[] => ids.map((id) => ({ id }));

describe('a list that comes in pages', () => {
  const fetch = jest.fn<FetchPage<Identified, string>>();
  const list = () => {
    fetch.mockReset();
    return new PagedList<Identified, string>(fetch);
  };
  const ids = (one: PagedList<Identified, string>) => one.items().map(({ id }) => id);

  it('asks for the next part where the last one ended, and not after the end', async () => {
    const people = list();
    fetch.mockResolvedValueOnce({ items: items('a', 'b'), nextCursor: 'after b', total: 3 });
    await people.look('all');
    fetch.mockResolvedValueOnce({ items: items('b', 'c') });
    await people.more();
    await people.more();
    expect([ids(people), people.total(), people.hasMore()]).toEqual([['a', 'b', 'c'], 3, false]);
    expect(fetch.mock.calls.map(([query, cursor]) => [query, cursor])).toEqual([
      ['all', undefined],
      ['all', 'after b'],
    ]);
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    const people = list();
    let answer: (page: Page<Identified>) => void = () => undefined;
    fetch.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const slow = people.look('a');
    fetch.mockResolvedValueOnce({ items: items('ab'), total: 1 });
    await people.look('ab');
    answer({ items: items('a', 'ab'), total: 2 });
    await slow;
    expect([ids(people), people.total()]).toEqual([['ab'], 1]);
  });

  it('keeps what it has when nothing comes, says why, and goes on from there', async () => {
    const people = list();
    fetch.mockResolvedValueOnce({ items: items('a'), nextCursor: 'after a', total: 2 });
    await people.look('all');
    fetch.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    await people.more();
    expect([ids(people), people.state(), people.problem()?.code]).toEqual([['a'], 'failed', 'unreachable']);
    fetch.mockResolvedValueOnce({ items: items('b') });
    await people.more();
    expect([ids(people), people.state(), people.problem()]).toEqual([['a', 'b'], 'ready', null]);
  });

  it('asks again for what did not come: another part, or the whole', async () => {
    const people = list();
    const noAnswer = new ServerError('unreachable', 'no answer');
    fetch.mockResolvedValueOnce({ items: items('a'), total: 1 });
    await people.look('all');
    fetch.mockRejectedValueOnce(noAnswer).mockResolvedValueOnce({ items: items('a', 'b'), nextCursor: 'b', total: 3 });
    await people.refresh();
    expect([ids(people), people.state()]).toEqual([['a'], 'failed']);
    await people.retry();
    expect([ids(people), people.state()]).toEqual([['a', 'b'], 'ready']);
    fetch.mockRejectedValueOnce(noAnswer).mockResolvedValueOnce({ items: items('c') });
    await people.more();
    await people.retry();
    expect([ids(people), people.state()]).toEqual([['a', 'b', 'c'], 'ready']);
    expect(fetch.mock.calls.map(([, cursor]) => cursor)).toEqual([undefined, undefined, undefined, 'b', 'b']);
  });

  it('never shows the answer to one question under another', async () => {
    const people = list();
    fetch.mockResolvedValueOnce({ items: items('a', 'b'), nextCursor: 'after b', total: 9 });
    await people.look('all');
    fetch.mockRejectedValueOnce(new ServerError('unreachable', 'no answer'));
    const asked = people.look('admins');
    expect([ids(people), people.hasMore()]).toEqual([['a', 'b'], false]);
    await asked;
    expect([ids(people), people.total(), people.state()]).toEqual([[], undefined, 'failed']);
    fetch.mockResolvedValueOnce({ items: items('c'), total: 1 });
    const tried = people.retry();
    expect(people.state()).toBe('loading');
    await tried;
    expect([ids(people), people.total()]).toEqual([['c'], 1]);
    expect(fetch.mock.lastCall?.slice(0, 2)).toEqual(['admins', undefined]);
  });

  it('asks for as many again as it has, and forgets who is gone', async () => {
    const people = list();
    fetch.mockResolvedValueOnce({ items: items('a', 'b'), total: 2 });
    await people.look('all');
    fetch.mockResolvedValueOnce({ items: items('b', 'c'), nextCursor: 'after c', total: 3 });
    await people.refresh();
    expect([ids(people), people.total(), people.hasMore()]).toEqual([['b', 'c'], 3, true]);
    people.remove('b');
    people.remove('nobody');
    expect([ids(people), people.total()]).toEqual([['c'], 2]);
  });
});
