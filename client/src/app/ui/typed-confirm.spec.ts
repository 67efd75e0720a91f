import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import type { Spoken } from '../language/spoken';
import { speak, t, type TextPart, textParts } from '../language/texts';
import { ServerError } from '../realtime/server-error';
import { TypedConfirm } from './typed-confirm';
import { TypedConfirmHarness } from './typed-confirm.harness';

@Component({ template: '' })
class Page {}

describe('a question that is answered by typing a name', () => {
  const count = jest.fn<() => Promise<Spoken<TextPart[]>>>();
  const run = jest.fn<(typed: string) => Promise<void>>();

  async function asked(): Promise<{ question: TypedConfirmHarness; answer: Promise<boolean> }> {
    const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
    const answer = TestBed.inject(TypedConfirm).ask(() => ({
      icon: 'delete',
      title: t('rooms.deleteQuestion'),
      name: '机器学习 ML',
      count,
      keep: t('rooms.keep'),
      action: t('rooms.delete'),
      run,
    }));
    // The dialog comes as a part of its own.
    await import('./typed-confirm-dialog');
    await new Promise((resolve) => setTimeout(resolve));
    return { question: await loader.getHarness(TypedConfirmHarness), answer };
  }

  beforeEach(() => {
    count.mockReset().mockResolvedValue([{ text: 'Its 9 posts go.' }]);
    run.mockReset().mockResolvedValue();
  });

  it('says what goes and does it once the name stands there, in whatever case', async () => {
    const { question, answer } = await asked();
    expect([await question.whatGoes(), await question.answers()]).toEqual([
      'Its 9 posts go.',
      ['Keep room', 'Delete room'],
    ]);
    await question.type('机器学习');
    expect(await question.isReady()).toBe(false);
    await question.answer('Delete room');
    expect(run).not.toHaveBeenCalled();
    await question.type(' 机器学习  ml');
    expect(await question.isReady()).toBe(true);
    await question.answer('Delete room');
    expect([await answer, run.mock.calls]).toEqual([true, [[' 机器学习  ml']]]);
  });

  it('changes with the language while it is open, and so does what goes', async () => {
    count.mockResolvedValue(() => textParts('posts.postCount', { count: 9 }));
    const { question } = await asked();
    expect([await question.whatGoes(), await question.answers()]).toEqual(['9 posts', ['Keep room', 'Delete room']]);
    speak('zh', chinese);
    expect([await question.whatGoes(), await question.answers()]).toEqual(['9 个帖子', ['保留房间', '删除房间']]);
    speak('en', english);
    expect(count).toHaveBeenCalledTimes(1);
  });

  it('can be left', async () => {
    const { question, answer } = await asked();
    await question.answer('Keep room');
    expect([await answer, run.mock.calls]).toEqual([false, []]);
  });

  it('stays with what the server refused', async () => {
    run.mockRejectedValue(new ServerError('forbidden', ''));
    const { question } = await asked();
    await question.type('机器学习 ML');
    await question.answer('Delete room');
    expect(await question.refusal()).toBe('You may not do this.');
  });

  it('does nothing before it is known what goes, and asks again', async () => {
    count.mockRejectedValueOnce(new ServerError('unreachable', ''));
    const { question } = await asked();
    await question.type('机器学习 ML');
    expect([await question.whatGoes(), await question.isReady()]).toEqual([
      expect.stringContaining('The server did not answer'),
      false,
    ]);
    await question.tryAgain();
    expect([await question.whatGoes(), await question.isReady()]).toEqual(['Its 9 posts go.', true]);
  });
});
