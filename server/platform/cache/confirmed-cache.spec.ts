import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConfirmedCache } from './confirmed-cache.js';

describe('ConfirmedCache', () => {
  let cache: ConfirmedCache<{ role: string }>;
  const read = jest.fn<() => Promise<{ role: string } | undefined>>();

  beforeEach(() => {
    cache = new ConfirmedCache(100);
    read.mockReset();
  });

  it('asks once and remembers', async () => {
    read.mockResolvedValue({ role: 'member' });
    expect([await cache.get('ann', read), await cache.get('ann', read)]).toEqual([
      { role: 'member' },
      { role: 'member' },
    ]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not remember that there is nothing', async () => {
    read.mockResolvedValueOnce(undefined).mockResolvedValueOnce({ role: 'member' });
    expect([await cache.get('ann', read), await cache.get('ann', read)]).toEqual([undefined, { role: 'member' }]);
  });

  it('asks again about what is forgotten, and about nothing else', async () => {
    read.mockResolvedValue({ role: 'member' });
    for (const key of ['ann', 'bob']) await cache.get(key, read);
    cache.forget(['ann']);
    for (const key of ['ann', 'bob']) await cache.get(key, read);
    expect(read).toHaveBeenCalledTimes(3);
    cache.forgetWhere((key, { role }) => key === 'bob' && role === 'member');
    for (const key of ['ann', 'bob']) await cache.get(key, read);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('keeps no answer that was asked for before something was forgotten: it may be from before the change', async () => {
    let reply: (value: { role: string }) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    const early = cache.get('ann', read);
    cache.forget(['ann']);
    reply({ role: 'member' });
    expect(await early).toEqual({ role: 'member' });
    read.mockResolvedValueOnce({ role: 'none' });
    expect(await cache.get('ann', read)).toEqual({ role: 'none' });
  });
});
