import { describe, expect, it } from '@jest/globals';
import type { OwnedAttachment } from './attachment-record.js';
import { assertAllowedType, assertCanChange, assertCanReadPart, type AttachmentPart } from './attachment.policy.js';

const READY: OwnedAttachment = {
  ...{
    bytesId: 'bytes',
    id: 'a',
    roomId: 'r',
    uploaderId: 'ann',
    messageId: 'm',
    name: 'x.jpg',
    mime: 'image/jpeg',
    size: 1,
  },
  ...{ width: 1, height: 1, alt: null, state: 'ready', hasThumbnail: true, isGone: false },
};

function outcome(change: Partial<OwnedAttachment>, user: 'ann' | 'bob', part: AttachmentPart = 'file'): string {
  try {
    return assertCanReadPart({ ...READY, ...change }, user, part);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('which bytes of a file a reader gets', () => {
  it.each<[string, Partial<OwnedAttachment>, [string, string], [string, string]]>([
    ['ready', {}, ['file', 'file'], ['thumbnail', 'thumbnail']],
    ['without a picture', { hasThumbnail: false }, ['file', 'file'], ['not_found', 'not_found']],
    ['not sent', { messageId: null }, ['file', 'not_found'], ['thumbnail', 'not_found']],
    ['in processing', { state: 'processing' }, ['later', 'not_found'], ['later', 'not_found']],
    ['rejected', { state: 'rejected' }, ['not_found', 'not_found'], ['not_found', 'not_found']],
    ['taken back', { isGone: true }, ['gone', 'gone'], ['gone', 'gone']],
    ['taken back in processing', { isGone: true, state: 'processing' }, ['gone', 'gone'], ['gone', 'gone']],
    [
      'not sent, in processing',
      { messageId: null, state: 'processing' },
      ['later', 'not_found'],
      ['later', 'not_found'],
    ],
  ])('%s', (_, change, file, thumbnail) => {
    expect([outcome(change, 'ann'), outcome(change, 'bob')]).toEqual(file);
    expect([outcome(change, 'ann', 'thumbnail'), outcome(change, 'bob', 'thumbnail')]).toEqual(thumbnail);
  });
});

describe('who changes a file', () => {
  const code = (change: Partial<OwnedAttachment> | undefined, user: string): string => {
    try {
      return assertCanChange(change && { ...READY, ...change }, user).id;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('is its uploader, until it is sent', () => {
    expect(code({ messageId: null }, 'ann')).toBe('a');
    expect(code({}, 'ann')).toBe('read_only');
    expect(code({ messageId: null }, 'bob')).toBe('not_found');
    expect(code({}, 'bob')).toBe('not_found');
    expect(code(undefined, 'ann')).toBe('not_found');
  });
});

describe('which files may be attached', () => {
  const blocked = ['exe', 'tar.gz'];

  it.each(['setup.exe', 'SETUP.EXE', 'letter.pdf.exe', 'setup.exe. .', '.exe', 'all.tar.gz'])('not %s', (name) => {
    expect(() => {
      assertAllowedType(name, blocked);
    }).toThrow(expect.objectContaining({ code: 'file_type_blocked' }));
  });

  it.each(['exe', 'all.gz', 'notexe', 'a.exe.txt'])('%s', (name) => {
    expect(() => {
      assertAllowedType(name, blocked);
    }).not.toThrow();
  });
});
