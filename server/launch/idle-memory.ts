import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

const EVERY_MS = 5_000;
/** A program is at rest when it was busy for less than this part of the time since it was last looked at. */
const AT_REST = 0.05;
/** Less than this is not worth the pause, some 50 ms with a hundred megabytes in use. */
const WORTH_BYTES = 32 * 2 ** 20;

/** What is asked of the runtime. */
interface Runtime {
  /** Busy part of the time since `before`, from 0 to 1. */
  utilization(before: EventLoopUtilization | undefined): EventLoopUtilization;
  heapBytes(): number;
  collect(): void;
}

/** Gives back what a busy time has left, once the program is at rest: V8 collects when it needs room, and an idle program needs none. */
export class IdleMemory {
  private before: EventLoopUtilization | undefined;
  /** What the heap took after it was last tidied. */
  private kept = 0;

  constructor(private readonly runtime: Runtime) {}

  /** Looks again and again, for as long as the program runs. Does nothing without Node's option `--expose-gc`. */
  static keep(): void {
    const { gc } = globalThis;
    if (gc === undefined) return;
    const memory = new IdleMemory({
      utilization: (before) => performance.eventLoopUtilization(before),
      heapBytes: () => getHeapStatistics().total_heap_size,
      collect: () => {
        gc();
      },
    });
    setInterval(() => memory.look(), EVERY_MS).unref();
  }

  look(): void {
    const { utilization } = this.runtime.utilization(this.before);
    this.before = this.runtime.utilization(undefined);
    if (utilization >= AT_REST || this.runtime.heapBytes() < this.kept + WORTH_BYTES) return;
    this.runtime.collect();
    this.kept = this.runtime.heapBytes();
  }
}
