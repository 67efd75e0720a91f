import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StreamScroll } from './stream-scroll';

const SCREEN = 500;

/** A stream whose rows are as high as they are told to be; `changed` is what the browser says after a layout. */
class FakeStream {
  readonly element = document.createElement('div');
  readonly content = document.createElement('div');
  top = 0;
  changed: () => void = () => undefined;

  constructor(private heights: number[]) {
    const { element } = this;
    Object.defineProperties(element, {
      clientHeight: { get: () => SCREEN },
      scrollHeight: { get: () => Math.max(SCREEN, this.height) },
      scrollTop: { get: () => this.top, set: (top: number) => (this.top = this.clamp(top)) },
    });
    element.getBoundingClientRect = () => ({ top: 0 }) as DOMRect;
    document.body.replaceChildren(element);
    this.draw(heights);
  }

  /** Rows above or below come, or change their size. Rows that stay are the same elements. */
  draw(heights: number[], putInAbove = 0): void {
    this.heights = heights;
    const rows = [...this.element.children];
    while (rows.length < heights.length) {
      const row = this.row();
      if (rows.length < this.element.children.length + putInAbove) rows.unshift(row);
      else rows.push(row);
    }
    this.element.replaceChildren(...rows);
    this.top = this.clamp(this.top);
  }

  scrollTo(top: number): void {
    this.element.scrollTop = top;
  }

  private row(): HTMLElement {
    const row = document.createElement('app-message-row');
    const index = () => [...this.element.children].indexOf(row);
    Object.defineProperty(row, 'offsetHeight', { get: () => this.heights[index()] ?? 0 });
    row.getBoundingClientRect = () => ({ top: sum(this.heights.slice(0, index())) - this.top }) as DOMRect;
    return row;
  }

  private get height(): number {
    return sum(this.heights);
  }

  private clamp(top: number): number {
    return Math.max(0, Math.min(top, this.height - SCREEN));
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const rows = (count: number) => Array.from({ length: count }, () => 100);

describe('where the reader is in a stream', () => {
  let stream: FakeStream;
  let scroll: StreamScroll;
  let settled: jest.Mock<() => void>;
  let isEnd: boolean;

  beforeEach(() => {
    stream = new FakeStream(rows(20));
    globalThis.ResizeObserver = class {
      constructor(tell: () => void) {
        stream.changed = tell;
      }
      observe(): void {
        // Told by the test.
      }
      disconnect(): void {
        stream.changed = () => undefined;
      }
    } as unknown as typeof ResizeObserver;
    settled = jest.fn();
    isEnd = true;
    scroll = new StreamScroll(settled, () => isEnd);
    scroll.attach(stream.element, stream.content);
  });

  const scrolledTo = (top: number) => {
    stream.element.dispatchEvent(new Event('wheel'));
    stream.scrollTo(top);
    scroll.measure();
  };

  it('begins at the bottom, and stays there as rows come', () => {
    expect(stream.top).toBe(1_500);
    stream.draw(rows(23));
    stream.changed();
    expect([stream.top, scroll.isAtBottom(), scroll.isFarUp()]).toEqual([1_800, true, false]);
  });

  it('follows from within 120 px, and from no farther up', () => {
    scrolledTo(1_390);
    stream.draw(rows(21));
    stream.changed();
    expect(stream.top).toBe(1_600);
    scrolledTo(1_470);
    stream.draw(rows(22));
    stream.changed();
    expect([stream.top, scroll.isAtBottom()]).toEqual([1_470, false]);
  });

  it('keeps the first row on screen in its place while rows come above, grow and go', () => {
    scrolledTo(730);
    stream.draw(rows(25), 5);
    stream.changed();
    expect(stream.top).toBe(1_230);
    stream.draw([180, ...rows(24)]);
    stream.changed();
    expect(stream.top).toBe(1_310);
    stream.draw([100, ...rows(24)]);
    stream.changed();
    expect(stream.top).toBe(1_230);
  });

  it('is far up more than one screen above the newest', () => {
    scrolledTo(1_000);
    expect(scroll.isFarUp()).toBe(false);
    scrolledTo(999);
    expect(scroll.isFarUp()).toBe(true);
  });

  it('goes back to the bottom when something else than the reader moved it a little', () => {
    stream.draw(rows(24));
    stream.scrollTo(1_488);
    scroll.measure();
    expect([stream.top, scroll.isAtBottom()]).toEqual([1_900, true]);
  });

  it('does not follow while it was told to look at something else, until it is told to', () => {
    scroll.letGo();
    stream.draw(rows(30));
    stream.changed();
    expect([stream.top, scroll.isAtBottom()]).toEqual([1_500, false]);
    scroll.toBottom();
    expect([stream.top, scroll.isAtBottom()]).toEqual([2_500, true]);
  });

  it('has no bottom to stay at while more is below', () => {
    isEnd = false;
    scrolledTo(1_490);
    stream.draw(rows(25));
    stream.changed();
    expect([stream.top, scroll.isAtBottom()]).toEqual([1_490, false]);
    scroll.toBottom();
    stream.draw(rows(30));
    stream.changed();
    expect(stream.top).toBe(1_490);
  });

  it('tells when everything is in its place again', () => {
    settled.mockClear();
    stream.changed();
    expect(settled).toHaveBeenCalledTimes(1);
  });
});
