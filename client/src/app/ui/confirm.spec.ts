import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { speak, t } from '../language/texts';
import { Confirm } from './confirm';
import { ConfirmHarness } from './confirm.harness';

@Component({ template: '' })
class Page {}

async function asked(): Promise<{ question: ConfirmHarness; answer: Promise<boolean> }> {
  const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
  const answer = TestBed.inject(Confirm).ask({
    icon: 'devices',
    title: 'End it?',
    text: 'It is final.',
    action: 'End session',
  });
  // The dialog comes as a part of its own.
  await import('./confirm-dialog');
  await new Promise((resolve) => setTimeout(resolve));
  return { question: await loader.getHarness(ConfirmHarness), answer };
}

describe('a question before what cannot be taken back', () => {
  it('offers the safe answer first', async () => {
    const { question, answer } = await asked();
    expect([await question.title(), await question.answers()]).toEqual(['End it?', ['Cancel', 'End session']]);
    await question.answer('Cancel');
    expect(await answer).toBe(false);
  });

  it('that is open changes with the language', async () => {
    const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
    void TestBed.inject(Confirm).ask(() => ({
      icon: 'devices',
      title: t('rooms.leave'),
      text: '',
      action: t('rooms.leave'),
    }));
    await new Promise((resolve) => setTimeout(resolve));
    const question = await loader.getHarness(ConfirmHarness);
    expect([await question.title(), await question.answers()]).toEqual(['Leave room', ['Cancel', 'Leave room']]);
    speak('zh', chinese);
    expect([await question.title(), await question.answers()]).toEqual(['离开房间', ['取消', '离开房间']]);
    speak('en', english);
  });

  it('is answered by the button that names the deed', async () => {
    const { question, answer } = await asked();
    await question.answer('End session');
    expect(await answer).toBe(true);
  });
});
