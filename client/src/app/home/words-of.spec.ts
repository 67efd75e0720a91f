import { describe, expect, it } from '@jest/globals';
import type { Attachment } from '#contracts/attachment.dto.js';
import { aMessage } from '../messages/message.fixture';
import { plainWords, wordsOf } from './words-of';

const file = (name: string, mime: string): Attachment => ({ id: name, name, mime, size: 1, url: '', state: 'ready' });
const picture = file('chart.png', 'image/png');
const report = file('报告.pdf', 'application/pdf');

describe('the words of a message', () => {
  it.each([
    ['Vote **closes** at `15:00`', 'Vote closes at 15:00'],
    ['# Title\n\n- one\n- two', 'Title one two'],
    ['> quoted\n\n[the plan](https://example.org) and ![a chart](x.png)', 'quoted the plan and a chart'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['_早_ ~~晚~~', '早 晚'],
    ['```ts\nlet x\n```', 'let x'],
  ])('%j is %j', (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });

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
