import { describe, expect, it } from '@jest/globals';
import { aMessage } from './message.fixture';
import type { PendingMessage } from './pending-message';
import { buildRows, type Row } from './rows';

const at = (minutes: number) => new Date(2026, 5, 3, 9, minutes).toISOString();
const written = (clientId: string, writtenAt: string): PendingMessage => ({
  clientId,
  text: clientId,
  attachments: [],
  writtenAt,
  state: 'waiting',
});
const shape = (rows: Row[]) =>
  rows.map((row) => (row.kind === 'message' ? `${row.text}${row.isFirst ? ' first' : ''}` : row.kind));

describe('the rows of a stream', () => {
  it('group one author within five minutes', () => {
    const rows = buildRows(
      [
        aMessage({ seq: 1, createdAt: at(0) }),
        aMessage({ seq: 2, createdAt: at(4) }),
        aMessage({ seq: 3, createdAt: at(9) }),
        aMessage({ seq: 4, createdAt: at(10), authorId: 'lei' }),
      ],
      [],
      'me',
      null,
    );
    expect(shape(rows)).toEqual(['day', 'message 1 first', 'message 2', 'message 3 first', 'message 4 first']);
  });

  it('begin each day with a divider', () => {
    const rows = buildRows(
      [
        aMessage({ seq: 1, createdAt: new Date(2026, 5, 2, 23, 59).toISOString() }),
        aMessage({ seq: 2, createdAt: new Date(2026, 5, 3, 0, 1).toISOString() }),
      ],
      [],
      'me',
      null,
    );
    expect(shape(rows)).toEqual(['day', 'message 1 first', 'day', 'message 2 first']);
  });

  it('place New before the first unread message of another, once', () => {
    const messages = [
      aMessage({ seq: 1, createdAt: at(0) }),
      aMessage({ seq: 2, createdAt: at(1), authorId: 'me' }),
      aMessage({ seq: 3, createdAt: at(2) }),
      aMessage({ seq: 4, createdAt: at(3) }),
    ];
    expect(shape(buildRows(messages, [], 'me', 1))).toEqual([
      'day',
      'message 1 first',
      'message 2 first',
      'new',
      'message 3 first',
      'message 4',
    ]);
    expect(shape(buildRows(messages, [], 'me', 4))).not.toContain('new');
  });

  it('keep the row of a message when it arrives', () => {
    const pending = buildRows([], [written('key', at(0))], 'me', null);
    const arrived = buildRows(
      [aMessage({ seq: 1, clientId: 'key', authorId: 'me', createdAt: at(0) })],
      [],
      'me',
      null,
    );
    expect(arrived.at(-1)?.key).toBe(pending.at(-1)?.key);
  });

  it('are the same objects for messages that did not change', () => {
    const first = aMessage({ seq: 1, createdAt: at(0) });
    const before = buildRows([first], [], 'me', null);
    const after = buildRows([first, aMessage({ seq: 2, createdAt: at(1) })], [], 'me', null);
    expect(after[1]).toBe(before[1]);
  });

  it('never group with what the system says', () => {
    const rows = buildRows(
      [aMessage({ seq: 1, kind: 'system', createdAt: at(0) }), aMessage({ seq: 2, createdAt: at(1) })],
      [],
      'me',
      null,
    );
    expect(shape(rows)).toEqual(['day', 'message 1 first', 'message 2 first']);
  });

  it('place no New where the messages around its place are not loaded', () => {
    const messages = [aMessage({ seq: 51, createdAt: at(0) }), aMessage({ seq: 52, createdAt: at(1) })];
    expect(shape(buildRows(messages, [], 'me', 10))).not.toContain('new');
    expect(shape(buildRows(messages, [], 'me', 50))).toContain('new');
  });

  it('stay as they were drawn when what was written here arrives by a clock that differs', () => {
    const before = [aMessage({ seq: 1, authorId: 'me', createdAt: at(0) })];
    const drawnAt = new Map<string, string>();
    const drawn = shape(buildRows(before, [written('mine', at(1))], 'me', null, drawnAt));
    const sent = aMessage({ seq: 2, authorId: 'me', clientId: 'mine', text: 'mine', createdAt: at(30) });
    expect(shape(buildRows([...before, sent], [], 'me', null, drawnAt))).toEqual(drawn);
    expect(shape(buildRows([...before, sent], [], 'me', null))).not.toEqual(drawn);
  });
});
