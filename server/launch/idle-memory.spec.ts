import { beforeEach, describe, expect, it } from '@jest/globals';
import { IdleMemory } from './idle-memory.js';

const MIB = 2 ** 20;

describe('memory of a program at rest', () => {
  let busy: number;
  let heap: number;
  let collections: number;
  let memory: IdleMemory;

  beforeEach(() => {
    [busy, heap, collections] = [0.01, 200 * MIB, 0];
    memory = new IdleMemory({
      utilization: () => ({ idle: 0, active: 0, utilization: busy }),
      heapBytes: () => heap,
      collect: () => {
        collections += 1;
        heap = 100 * MIB;
      },
    });
  });

  it('is collected once', () => {
    memory.look();
    memory.look();
    expect(collections).toBe(1);
  });

  it('is left alone while there is something to do', () => {
    busy = 0.2;
    memory.look();
    expect(collections).toBe(0);
    busy = 0.01;
    memory.look();
    expect(collections).toBe(1);
  });

  it('is collected again when it has grown by what is worth a pause', () => {
    memory.look();
    heap += 31 * MIB;
    memory.look();
    expect(collections).toBe(1);
    heap += MIB;
    memory.look();
    expect(collections).toBe(2);
  });
});
