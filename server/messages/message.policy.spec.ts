import { describe, expect, it } from '@jest/globals';
import type { MessageRecord } from './message-record.js';
import { assertCanEdit, assertCanRecall } from './message.policy.js';

const message = { authorId: 'ann', kind: 'text', state: 'live' } as MessageRecord;
const ann = { userId: 'ann', role: 'member' as const, isArchived: false, isResolved: false };

describe('who may change a message', () => {
  it.each([
    ['somebody else', message, { ...ann, userId: 'bob' }, 'forbidden'],
    ['its author after leaving the room', message, { ...ann, role: null }, 'forbidden'],
    ['its author in an archived room', message, { ...ann, isArchived: true }, 'read_only'],
    ['the owner, the message that Roomers wrote', { ...message, kind: 'system' as const }, ann, 'forbidden'],
  ])('not %s', (_, target, changer, code) => {
    for (const assertMay of [assertCanEdit, assertCanRecall]) {
      expect(() => {
        assertMay(target, changer);
      }).toThrow(expect.objectContaining({ code }));
    }
  });

  it('its author edits it, until it was taken back', () => {
    expect(() => {
      assertCanEdit(message, ann);
    }).not.toThrow();
    expect(() => {
      assertCanEdit({ ...message, state: 'recalled' }, ann);
    }).toThrow(expect.objectContaining({ code: 'read_only' }));
  });

  it('its author edits nothing in a resolved post, and recalls there', () => {
    const changer = { ...ann, isResolved: true };
    expect(() => {
      assertCanEdit(message, changer);
    }).toThrow(expect.objectContaining({ code: 'read_only' }));
    expect(() => {
      assertCanRecall(message, changer);
    }).not.toThrow();
  });

  it('its author recalls it, also again', () => {
    expect(() => {
      assertCanRecall({ ...message, state: 'recalled' }, ann);
    }).not.toThrow();
  });
});
