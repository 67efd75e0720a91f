import { describe, expect, it } from '@jest/globals';
import { markFaults, numberFaults } from './check-marks.mjs';
import { readerFaults } from './check-reader.mjs';
import { senderFaults } from './check-senders.mjs';
import { faceOf } from './face.mjs';

interface Row {
  id: string;
  postId: string;
  seq: number;
  rev: number;
  state: string;
  text: string;
  key: string;
  face: number;
}

const row = (seq: number, rev: number, text: string, state = 'live'): Row => ({
  ...{ id: `m${seq}`, postId: 'post', seq, rev, state, text, key: `ann/c${seq}` },
  face: faceOf({ state, text, replyTo: undefined, attachments: [] }),
});
const shown = (...rows: Row[]): object => ({ kind: 'shown', rows });
const frame = (prevRev: number, rev: number): object => ({
  kind: 'frame',
  prevRev,
  rev,
  revs: Array.from({ length: rev - prevRev }, (_, n) => prevRev + n + 1),
});

/** What was checked before: message 10 at rev 20. */
const BASE = { seq: 10, rev: 20 };
/** Since then: 11 was edited, 12 taken back, 13 and 14 came together while the reader was away. */
const STORED = {
  rev: 26,
  rows: new Map(
    [row(11, 23, 'other'), row(12, 24, '', 'recalled'), row(13, 25, 'c'), row(14, 26, 'd')].map((one) => [
      one.seq,
      one,
    ]),
  ),
};

/** What a reader recorded who has missed a frame, heard the next one too early and caught up. */
const recorded = (): object[] => [
  frame(20, 21),
  shown(row(11, 21, 'a')),
  frame(21, 22),
  shown(row(12, 22, 'b')),
  frame(23, 24),
  { kind: 'open', asked: 22, rev: 24, isComplete: true },
  shown(row(11, 23, 'other'), row(12, 24, '', 'recalled')),
  { kind: 'open', asked: 24, rev: 26, isComplete: true },
  shown(row(13, 25, 'c'), row(14, 26, 'd')),
  frame(25, 26),
];
const faultsOf = (log: object[]): string[] => readerFaults('bob', BASE, log, STORED);
/** The record with one entry replaced, or left out. */
const but = (index: number, ...entries: object[]): object[] => recorded().toSpliced(index, 1, ...entries);

describe('the check of a reader', () => {
  it('finds nothing in what a reader recorded who got everything', () => {
    expect(faultsOf(recorded())).toEqual([]);
  });

  it.each<[string, object[], string[]]>([
    ['a lost message', but(8, shown(row(13, 25, 'c'))), ['#14 was never shown']],
    ['a message lost in between', but(8, shown(row(14, 26, 'd'))), ['#14 was shown after #12', '#13 was never shown']],
    [
      'a message shown twice',
      [...recorded(), shown({ ...row(15, 26, 'd'), id: 'm14' })],
      ['#15 was shown before, as #14', '#15 was shown and is not stored'],
    ],
    [
      'a message stored again under its key',
      but(8, shown(row(13, 25, 'c'), { ...row(14, 26, 'c'), key: 'ann/c13' })),
      ['#14 was shown before, as #13', '#14 stayed as of rev 26, and is live since rev 26'],
    ],
    [
      'two messages in the wrong order',
      but(8, shown({ ...row(14, 26, 'd'), seq: 13 }, { ...row(13, 25, 'c'), seq: 14 })),
      ['#13 is m14 on screen and m13 in the database', '#14 is m13 on screen and m14 in the database'],
    ],
    [
      'a missed recall',
      but(6, shown(row(11, 23, 'other'), row(12, 24, 'b'))),
      ['#12 stayed as of rev 24, and is recalled since rev 24'],
    ],
    [
      'a missed edit',
      but(6, shown(row(12, 24, '', 'recalled'))),
      ['#11 stayed as of rev 21, and is live since rev 23'],
    ],
    [
      'a change undone',
      [...recorded(), shown(row(11, 21, 'a'))],
      ['#11 went back from rev 23 to 21', '#11 stayed as of rev 21, and is live since rev 23'],
    ],
    [
      'another message in the place of one',
      [...recorded(), shown({ ...row(14, 26, 'd'), id: 'other' })],
      ['#14 was m14 and became other', '#14 is other on screen and m14 in the database'],
    ],
    [
      'a frame with revs that it does not name',
      but(9, { ...frame(25, 26), revs: [26, 27] }),
      ['the frame 25 to 26 brought the revs 26, 27'],
    ],
    [
      'a gap that was never filled',
      recorded().slice(0, 5),
      [
        'the frame 23 to 24 was never reached',
        'it is at rev 22, the post at 26',
        '#11 stayed as of rev 21, and is live since rev 23',
        '#12 stayed as of rev 22, and is recalled since rev 24',
        '#13 was never shown',
        '#14 was never shown',
      ],
    ],
    [
      'a question about more than the reader had',
      but(9, { kind: 'open', asked: 27, rev: 27, isComplete: true }),
      ['it asked from rev 27, and was at 26'],
    ],
  ])('finds %s', (_, log, expected) => {
    expect(faultsOf(log)).toEqual(expected.map((fault) => `bob: ${fault}`));
  });

  it('takes what was heard of messages far above as seen', () => {
    const log = but(6, shown(row(12, 24, '', 'recalled')), { kind: 'heard', rows: [row(11, 23, 'other')] });
    expect(faultsOf(log)).toEqual([]);
  });

  it('lets a reader start afresh who was away for too long', () => {
    const log = [
      { kind: 'open', asked: 20, rev: 26, isComplete: false },
      { kind: 'open', asked: null, rev: 26, isComplete: true },
      shown(...STORED.rows.values()),
    ];
    expect(faultsOf(log)).toEqual([]);
  });
});

describe('the check of senders', () => {
  const send = (seq: number, text: string): object => ({
    ...{ clientId: `c${seq}`, postId: 'post', text },
    ack: { id: `m${seq}`, seq, rev: 0 },
  });
  const ann = {
    ...{ name: 'ann', userId: 'ann', refusals: [] },
    sends: [send(11, 'a'), send(12, 'b'), send(13, 'c'), send(14, 'd')],
    changes: [
      { id: 'm11', text: 'other', isDone: true },
      { id: 'm12', text: null, isDone: true },
    ],
  };
  const faults = (sender: object, rows: Row[] = [...STORED.rows.values()]): string[] =>
    senderFaults([{ ...ann, ...sender }], new Map([['post', new Map(rows.map((one) => [one.seq, one]))]]));
  const without = (seq: number): Row[] => [...STORED.rows.values()].filter((one) => one.seq !== seq);

  it('finds nothing where everything that was acknowledged is stored', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, object, Row[] | undefined, string[]]>([
    ['a lost message', {}, without(14), ['ann: #14 was acknowledged and is not stored']],
    [
      'a message stored twice',
      {},
      [...without(0), { ...row(15, 27, 'd'), key: 'ann/c14' }],
      ['ann: #14 is stored 2 times'],
    ],
    ['a message that nobody sent', {}, [...without(0), row(15, 27, 'e')], ['#15 of post was sent by nobody']],
    [
      'messages in another order than sent',
      { sends: [send(12, 'b'), send(11, 'a'), send(13, 'c'), send(14, 'd')] },
      undefined,
      ['ann: #11 was sent after #12'],
    ],
    [
      'another number than the acknowledged',
      {},
      [...without(14), { ...row(15, 26, 'd'), key: 'ann/c14' }],
      ['ann: #14 was acknowledged and #15 stored'],
    ],
    ['a missed edit', {}, [...without(11), row(11, 21, 'a')], ['ann: #11 is live with "a", not "other"']],
    ['a missed recall', {}, [...without(12), row(12, 22, 'b')], ['ann: #12 is live with "b", not null']],
    [
      'a message without an answer',
      { sends: [...ann.sends, { clientId: 'c15', postId: 'post', text: 'e' }] },
      undefined,
      ['ann: c15 was never acknowledged'],
    ],
    [
      'a change without an answer',
      { changes: [...ann.changes, { id: 'm13', text: 'c' }] },
      undefined,
      ['ann: a change of m13 was never answered'],
    ],
    ['a refusal', { refusals: ['message:send forbidden'] }, undefined, ['ann: refused: message:send forbidden']],
  ])('finds %s', (_, sender, rows, expected) => {
    expect(faults(sender, rows)).toEqual(expected);
  });
});

describe('the checks of numbers and marks', () => {
  const head = { lastSeq: 14, rev: 26 };

  it('find nothing where all is well', () => {
    expect(numberFaults('post', BASE, head, STORED.rows)).toEqual([]);
    const marks = new Map([['ann/post', 12]]);
    const shownMarks = [
      { name: 'ann', postId: 'post', readSeq: 12, unread: 2 },
      { name: 'bob', postId: 'post', readSeq: 0, unread: 14 },
    ];
    expect(markFaults(shownMarks, marks, new Map([['post', 14]]))).toEqual([]);
  });

  it('find a gap, a rev taken twice, and a head that is behind', () => {
    const gap = new Map([...STORED.rows].filter(([seq]) => seq !== 12));
    expect(numberFaults('post', BASE, head, gap)).toEqual(['post: #12 missing']);
    const twice = new Map([...STORED.rows, [13, row(13, 24, 'c')]]);
    expect(numberFaults('post', BASE, head, twice)).toEqual(['post: a rev was taken twice']);
    expect(numberFaults('post', BASE, { lastSeq: 13, rev: 25 }, STORED.rows)).toEqual([
      "post: its rev is 25, its rows' 26",
      'post: more messages than its head says',
    ]);
  });

  it('find an unread that is not what the rows say', () => {
    const marked = [{ name: 'ann', postId: 'post', readSeq: 12, unread: 3 }];
    expect(markFaults(marked, new Map([['ann/post', 12]]), new Map([['post', 14]]))).toEqual([
      'ann in post: 3 unread after #12, and not 2 after #12',
    ]);
  });
});
