import { describe, expect, it } from '@jest/globals';
import type { Attachment } from '#contracts/attachment.dto.js';
import { aMessage } from '../messages/message.fixture';
import { wordsOf } from './words-of';

const file = (name: string, mime: string): Attachment => ({ id: name, name, mime, size: 1, url: '', state: 'ready' });
const picture = file('chart.png', 'image/png');
const report = file('报告.pdf', 'application/pdf');

describe('the words of a message', () => {
  it('tell what was shared without a word', () => {
    expect(wordsOf(aMessage({ text: '', attachments: [picture] }))).toBe('shared an image');
    expect(wordsOf(aMessage({ text: '', attachments: [picture, picture] }))).toBe('shared 2 images');
    expect(wordsOf(aMessage({ text: '', attachments: [report] }))).toBe('shared 报告.pdf');
    expect(wordsOf(aMessage({ text: '', attachments: [report, picture] }))).toBe('shared 2 files');
    expect(wordsOf(aMessage({ text: 'see', attachments: [report] }))).toBe('see');
  });

  it('are none of what was taken back', () => {
    expect(wordsOf(aMessage({ state: 'recalled', text: '' }))).toBe('Message recalled');
    expect(wordsOf(aMessage({ state: 'removed', text: '' }))).toBe('Message removed');
  });
});
