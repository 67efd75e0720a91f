import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { speak } from '../language/texts';
import { ServerError } from '../realtime/server-error';
import { asDialog, asksBeforeLeaving } from '../ui/dialog.fixture';
import { DialogFrameHarness } from '../ui/dialog-frame.harness';
import { aMessage } from './message.fixture';
import { type RemovalQuestion, RemoveDialog } from './remove-dialog';

describe('removing a message of somebody else', () => {
  const [close, say] = [jest.fn(), jest.fn()];
  const remove = jest.fn<(reason: string) => Promise<Message>>();
  const isOffline = signal(false);
  const removed = aMessage({ state: 'removed', text: '' });

  beforeEach(() => {
    for (const mock of [close, say, remove]) mock.mockReset();
    remove.mockResolvedValue(removed);
    isOffline.set(false);
    const data: RemovalQuestion = { authorName: '王磊', remove };
    TestBed.configureTestingModule({ providers: asDialog({ data, close, say, isOffline }) });
  });
  afterEach(() => speak('en', english));

  async function open() {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(RemoveDialog));
    return {
      dialog: await loader.getHarness(DialogFrameHarness),
      reason: await loader.getHarness(MatInputHarness.with({ label: 'Reason' })),
    };
  }

  it('names whose message it is, asks for a reason, and says what became of it', async () => {
    const { dialog, reason } = await open();
    expect(await dialog.text()).toContain('Text and files of 王磊 are gone for everyone');
    expect(asksBeforeLeaving()).toBe(false);
    await reason.setValue('  ');
    await dialog.act();
    expect([await dialog.text(), remove.mock.calls]).toEqual([expect.stringContaining('Enter a reason.'), []]);
    await reason.setValue('Advertising');
    expect(asksBeforeLeaving()).toBe(true);
    await dialog.act();
    expect([remove.mock.calls, close.mock.calls]).toEqual([[['Advertising']], [[removed]]]);
  });

  it('stays with what the server refused, at its field where it has one', async () => {
    const { dialog, reason } = await open();
    await reason.setValue('Advertising');
    remove.mockRejectedValueOnce(new ServerError('forbidden', 'No'));
    await dialog.act();
    expect([await dialog.refusal(), await reason.getValue()]).toEqual(['You may not do this.', 'Advertising']);
    const refused = { field: 'reason', code: 'too_long' as const, message: 'Too long' };
    remove.mockRejectedValueOnce(new ServerError('validation_failed', 'No', 422, [refused]));
    await dialog.act();
    expect([await dialog.refusal(), close.mock.calls]).toEqual(['', []]);
    expect(await dialog.text()).toContain('too long');
  });

  it('says that there is no connection, and changes with the language', async () => {
    const { dialog } = await open();
    expect([await dialog.title(), await dialog.offlineNote()]).toEqual([['Remove this message?'], null]);
    isOffline.set(true);
    expect(await dialog.offlineNote()).toContain('You are offline.');
    speak('zh', chinese);
    expect([await dialog.title(), await dialog.offlineNote()]).toEqual([
      ['移除这条消息？'],
      expect.stringContaining('你已离线'),
    ]);
  });
});
