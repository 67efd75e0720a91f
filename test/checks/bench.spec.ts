import { describe, expect, it } from '@jest/globals';
import { clientIdOf, eachIndex, runPrefix } from '../bench/load/message-ids.mjs';
import { openLoop } from '../bench/load/open-loop.mjs';
import { faultsOf, holds } from '../bench/load/figures.mjs';
import { TARGETS, validityOf } from '../bench/report/targets.mjs';

const frameOf = (...clientIds: string[]): Buffer =>
  Buffer.from(`42${JSON.stringify(['messages', { items: clientIds.map((clientId) => ({ text: 'x', clientId })) }])}`);

/** A server that tells everybody at once, but for what `deliver` makes of a frame for the second reader. */
function readersWith(deliver: (frame: Buffer, index: number) => Buffer[]) {
  const sockets = [0, 1].map(() => ({ onEvent: (_frame: Buffer): void => undefined, tell: (): void => undefined }));
  let sent = 0;
  const tell = (_event: string, { clientId }: { clientId: string }, answered: (answer: { ok: boolean }) => void) => {
    const frame = frameOf(clientId);
    sockets[0]?.onEvent(frame);
    for (const one of deliver(frame, sent++)) sockets[1]?.onEvent(one);
    answered({ ok: true });
  };
  Object.assign(sockets[0] ?? {}, { tell });
  return { postId: 'post', sockets } as unknown as Parameters<typeof openLoop>[0];
}
const LOAD = { rate: 1_000, seconds: 0.01 };

describe('the load of the benchmark', () => {
  it('finds the messages of its run in a frame, in their order, and those of no other', () => {
    const [own, other] = [runPrefix(7), runPrefix(8)];
    const found: number[] = [];
    const frame = frameOf(clientIdOf(own, 0), clientIdOf(other, 5), clientIdOf(own, 123_456));
    eachIndex(frame, own, (index: number) => found.push(index));
    expect(found).toEqual([0, 123_456]);
  });

  it('counts what arrives', async () => {
    const result = await openLoop(
      readersWith((frame) => [frame]),
      LOAD,
    );
    expect(result).toMatchObject({ deliveries: 20, lost: 0, twice: 0, disordered: 0, refused: 0 });
    expect(result.p99).toBeLessThan(1_000);
  });

  it('notices a message that is lost, comes twice, or before its elder', async () => {
    const lost = await openLoop(
      readersWith((frame, index) => (index === 4 ? [] : [frame])),
      LOAD,
    );
    expect(lost).toMatchObject({ deliveries: 19, lost: 1, p99: Infinity });
    const twice = await openLoop(
      readersWith((frame, index) => (index === 4 ? [frame, frame] : [frame])),
      LOAD,
    );
    expect(twice).toMatchObject({ twice: 1, lost: 0 });
    let held: Buffer[] = [];
    const swapped = await openLoop(
      readersWith((frame, index) => {
        const late = held;
        held = index === 4 ? [frame] : [];
        return index === 4 ? [] : [frame, ...late];
      }),
      LOAD,
    );
    expect(swapped).toMatchObject({ disordered: 1, lost: 0 });
  });
});

describe('the report of the benchmark', () => {
  const fanOut = (roomers: object, bare = 10, insert = 11) => ({
    'fan-out': {
      fixed: { '200 readers, 300 a second': { roomers, bare: { cpu: bare }, insert: { cpu: insert } } },
      highest: {},
    },
  });
  const [cost] = TARGETS;
  const GOOD = { cpu: 5, p50: 10, p99: 30, lost: 0, twice: 0, disordered: 0, refused: 0 };
  const FAULTS = [{ lost: 1 }, { twice: 1 }, { disordered: 1 }, { refused: 1 }];

  it('does not count what was bought with latency or with messages', () => {
    expect(cost?.read(fanOut(GOOD))).toBe(0.5);
    for (const fault of [{ p50: 31 }, { p99: 200 }, ...FAULTS])
      expect(cost?.read(fanOut({ ...GOOD, ...fault }))).toBe(Infinity);
  });

  it('counts a rate only where each message comes once, in order, to everybody, and soon', () => {
    expect([holds(GOOD), faultsOf(GOOD)]).toEqual([true, 0]);
    for (const fault of FAULTS)
      expect([holds({ ...GOOD, ...fault }), faultsOf({ ...GOOD, ...fault })]).toEqual([false, 1]);
    expect(holds({ ...GOOD, p99: 200 })).toBe(false);
  });

  it('says when the machine is not one that the limits speak of', () => {
    expect(validityOf(fanOut(GOOD))).toBe('VALID');
    expect(validityOf(fanOut(GOOD, 16))).toMatch(/^INVALID: bare took 16 [^;]*$/u);
    expect(validityOf(fanOut(GOOD, 10, 5))).toMatch(/^INVALID: insert took 5 [^;]*$/u);
  });

  it('calls no run valid that was not compared with anything', () => {
    expect(validityOf({ history: { 1_000: { p50: 1 } } })).toMatch(/^NOT COMPARED: /u);
  });

  it('leaves out what a run did not measure', () => {
    expect(TARGETS.map(({ read }) => read({}))).toEqual(TARGETS.map(() => undefined));
  });
});
