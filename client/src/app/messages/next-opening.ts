import { GrowingPause } from '../realtime/growing-pause';

const AFTER_GAP_MS = { least: 250, most: 1_000 };
const AFTER_REFUSAL_MS = 500;

/** When a post is asked for again: soon where something is missing, less and less often where the server refuses. */
export class NextOpening {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pause = new GrowingPause(AFTER_REFUSAL_MS);
  private isOver = false;

  constructor(private readonly open: () => void) {}

  /** Of many frames that tell of a gap the first says when: others must not put it off. */
  afterGap(): void {
    if (this.timer === undefined)
      this.in(AFTER_GAP_MS.least + Math.random() * (AFTER_GAP_MS.most - AFTER_GAP_MS.least));
  }

  /** @param asked milliseconds that the server wants to be left alone */
  afterRefusal(asked?: number): void {
    this.cancel();
    this.in(this.pause.next(asked));
  }

  /** The server has answered: the next pause is short again. */
  startOver(): void {
    this.pause.startOver();
  }

  /** It is asked for now. */
  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** It is asked for no more. */
  end(): void {
    this.isOver = true;
    this.cancel();
  }

  private in(milliseconds: number): void {
    if (!this.isOver) this.timer = setTimeout(this.open, milliseconds);
  }
}
