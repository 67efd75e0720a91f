import { describe, expect, it } from '@jest/globals';
import { Plants } from './plants.mjs';

const message = (seq: number, state = 'live', authorId = 'lei'): object => ({
  ...{ id: `m${seq}`, seq, rev: seq + 10, state, authorId, text: 'words' },
});
const known = message(3);
/** A reader who has three messages. */
const reader = { base: { rev: 10 }, userId: 'hanna', store: { lastSeq: () => 3, messages: () => [known] } };
const NEWS = [message(4), message(5)];

describe('a planted fault', () => {
  it.each([
    ['loss', NEWS, [message(5)]],
    ['duplicate', NEWS, [...NEWS, { ...message(5), id: expect.any(String), seq: 6 }]],
    [
      'swap',
      NEWS,
      [
        { ...message(5), seq: 4, rev: 14 },
        { ...message(4), seq: 5, rev: 15 },
      ],
    ],
    ['recall', [{ ...message(3, 'recalled'), rev: 15, text: '' }], [{ ...known, rev: 15 }]],
  ])('of the kind %s is put before one reader, once', (kind, items, expected) => {
    const plants = new Plants(kind);
    expect(plants.tamper([], reader)).toEqual([]);
    expect(plants.isPlanted).toBe(false);
    expect(plants.tamper(items, reader)).toEqual(expected);
    expect(plants.isPlanted).toBe(true);
    expect(plants.tamper(items, { ...reader })).toBe(items);
  });

  it('is not repaired by another way to the same reader', () => {
    const plants = new Plants('recall');
    const recall = { ...message(3, 'recalled'), rev: 15, text: '' };
    plants.tamper([recall], reader);
    expect(plants.tamper([recall, message(6)], reader)).toEqual([{ ...known, rev: 15 }, message(6)]);
  });

  it('is a loss that no later answer makes good, of what no acknowledgement brings', () => {
    const plants = new Plants('loss');
    const own = message(4, 'live', 'hanna');
    expect(plants.tamper([own], reader)).toEqual([own]);
    expect(plants.tamper([own, message(5)], reader)).toEqual([own]);
    expect(plants.tamper([own, message(5), message(6)], reader)).toEqual([own, message(6)]);
  });

  it('is none unless one is asked for, and none before everybody is in', () => {
    expect(new Plants(undefined).tamper(NEWS, reader)).toBe(NEWS);
    expect(new Plants('loss').tamper(NEWS, { ...reader, base: { rev: null } })).toBe(NEWS);
  });
});
