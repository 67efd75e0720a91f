import { describe, expect, it } from '@jest/globals';
import { emptyCounts } from './report.mjs';

const counts = { strikes: 1, inFlight: 60, missed: 9, repaired: 9 };
const empty = (kind: string, changed: object): string[] =>
  emptyCounts({ kinds: { [kind]: { ...counts, ...changed } } }, [kind]);

describe('a run proves nothing', () => {
  it.each([
    ['strikes', 'it never struck'],
    ['inFlight', 'no send was in flight'],
    ['missed', 'no frame was missed'],
    ['repaired', 'no frame was repaired'],
  ])('of a fault without %s', (name, why) => {
    expect(empty('web node killed', {})).toEqual([]);
    expect(empty('web node killed', { [name]: 0 })).toEqual([`web node killed: ${why}, so it proves nothing`]);
  });

  it('of a fault that it was to have and had not', () => {
    expect(emptyCounts({ kinds: {} }, ['Redis killed'])).toContain(
      'Redis killed: it never struck, so it proves nothing',
    );
  });

  it('of the database and the worker only when no send was in flight: no frame goes through them', () => {
    for (const kind of ['database killed', 'worker killed']) {
      expect(empty(kind, { missed: 0, repaired: 0 })).toEqual([]);
      expect(empty(kind, { inFlight: 0 })).toHaveLength(1);
    }
  });
});
