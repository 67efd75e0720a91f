import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMessage } from './message.fixture';
import { buildRows, type Row } from './rows';
import { StreamWindow } from './stream-window';

const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    // Two days: the row of the first one has the key of whichever message is its first.
    const seq = from + index;
    return aMessage({ seq, createdAt: new Date(2026, 5, seq < 300 ? 3 : 4, 9, 0, 0, seq).toISOString() });
  });
const rowsOf = (from: number, to: number) => buildRows(messages(from, to), [], 'me', null);

describe('the window of a stream', () => {
  const rows = signal<readonly Row[]>([]);
  let window: StreamWindow;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [StreamWindow] });
    window = TestBed.inject(StreamWindow);
    rows.set(rowsOf(201, 400));
    window.follow(rows, () => false);
  });

  /** As after each time that rows were drawn. */
  function drawnOnPage(height = 40): void {
    const box = document.createElement('div');
    for (const _ of window.drawn()) box.append(document.createElement('i'));
    for (const element of box.children) element.getBoundingClientRect = () => ({ height }) as DOMRect;
    window.note(box.children);
  }
  const seqs = () => window.drawn().flatMap((row) => (row.kind === 'message' ? (row.message?.seq ?? 0) : []));
  const ends = () => [seqs()[0], seqs().at(-1)];

  it('begins with the newest, as many as fill a screen, and follows those that come', () => {
    const [first = 0, last] = ends();
    expect(last).toBe(400);
    expect(first).toBeGreaterThan(350);
    rows.set(rowsOf(201, 402));
    expect(ends()).toEqual([first + 2, 402]);
  });

  it('stays on its rows while older ones come above them, even if the first is that of a day', () => {
    window.aim(({ kind }) => kind === 'day');
    const before = ends();
    expect(before[0]).toBe(201);
    rows.set(rowsOf(151, 400));
    expect(ends()).toEqual(before);
  });

  it('is around what it is aimed at', () => {
    window.aim((row) => row.kind === 'message' && row.message?.seq === 301);
    expect(seqs()).toContain(301);
    expect(seqs().length).toBeLessThan(80);
    window.aim(() => false);
    expect(seqs()).toContain(301);
    window.aimAtNewest();
    expect(ends()[1]).toBe(400);
  });

  it('finds itself again when rows of it were let go of, or all of them', () => {
    window.aim((row) => row.kind === 'message' && row.message?.seq === 301);
    const [first = 0, last = 0] = ends();
    rows.set(rowsOf(first + 3, 400));
    expect(ends()[1]).toBe(last);
    rows.set(rowsOf(201, last - 3));
    expect(ends()[0]).toBe(first);
    rows.set(rowsOf(1, 50));
    expect(ends()[1]).toBe(50);
    rows.set([]);
    expect(window.drawn()).toEqual([]);
  });

  it('draws what a view needs, and says when something is missing', () => {
    window.aimAtNewest();
    const view = { top: 0, height: 600 };
    expect(window.isShort(view)).toBe(true);
    for (let times = 0; window.isShort(view); times += 1) {
      drawnOnPage();
      window.cover(view);
      expect(times).toBeLessThan(20);
    }
    expect(seqs()[0]).toBe(201);
  });

  it('leaves what it is aimed at alone until that is on the page, and the view may follow', () => {
    window.aimAtNewest();
    drawnOnPage();
    rows.set(rowsOf(1, 400));
    window.aim((row) => row.kind === 'message' && row.message?.seq === 100);
    window.cover({ top: 0, height: 600 });
    expect(seqs()).toContain(100);
    drawnOnPage();
    window.cover({ top: 0, height: 600 });
    expect(seqs()).not.toContain(100);
  });

  it('has gaps as high as their rows were', () => {
    const gap = () => window.drawn().reduce((sum, row) => sum + (row.kind === 'gap' ? row.height : 0), 0);
    window.aimAtNewest();
    const count = seqs().length;
    const before = gap();
    drawnOnPage(1_000);
    window.aim((row) => row.kind === 'message' && row.message?.seq === 201);
    expect(gap()).toBeGreaterThan(count * 1_000);
    expect(before).toBeLessThan(count * 1_000);
  });
});
