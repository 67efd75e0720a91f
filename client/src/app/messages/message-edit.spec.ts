import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { ServerError } from '../realtime/server-error';
import { SessionStore } from '../sign-in/session-store';
import { Confirm } from '../ui/confirm';
import { Editing } from './editing';
import { aMessage } from './message.fixture';
import { EditWindow } from './edit-window';
import { MessageEdit } from './message-edit';
import { MessageStores } from './message-stores';

const edit = jest.fn<(base: Message, text: string) => Promise<void>>();
const recall = jest.fn(() => Promise.resolve());
const ask = jest.fn(() => Promise.resolve(true));
const learn = jest.fn();
const stale = (current: Message) => new ServerError('stale_edit', 'Stale.', 0, [], undefined, undefined, current);

/** The small composer of a message, with somebody at it. */
async function editing(message: Message) {
  const fixture: ComponentFixture<MessageEdit> = TestBed.createComponent(MessageEdit);
  const done = jest.fn();
  fixture.componentInstance.done.subscribe(done);
  const element = fixture.nativeElement as HTMLElement;
  const update = async (changed: Message) => {
    fixture.componentRef.setInput('message', changed);
    await fixture.whenStable();
  };
  await update(message);
  const box = element.querySelector('textarea')!;
  const press = async (name: string) => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)!.click();
    await fixture.whenStable();
  };
  return { box, press, update, done, text: () => element.textContent };
}

describe('editing a message', () => {
  const message = aMessage({ text: 'a typo', authorId: 'hanna' });
  const changed = { ...message, text: 'changed elsewhere', editedAt: '2026-06-03T10:00:00.000Z' };

  beforeEach(() => {
    jest.clearAllMocks();
    sessionStorage.clear();
    edit.mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        { provide: MessageStores, useValue: { edit, recall } },
        { provide: Confirm, useValue: { ask } },
        { provide: EditWindow, useValue: { learn } },
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
      ],
    });
  });

  it('saves the new text over the message as it was when writing began', async () => {
    const { box, press, update, done } = await editing(message);
    box.value = 'no typo';
    await update(changed);
    expect(box.value).toBe('no typo');
    await press('Save');
    expect(edit.mock.calls).toEqual([[message, 'no typo']]);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('asks nothing of the server when nothing was changed', async () => {
    const { press, done } = await editing(message);
    await press('Save');
    expect([edit.mock.calls.length, done.mock.calls.length]).toEqual([0, 1]);
  });

  it('shows what was changed meanwhile, keeps what was written, and replaces it when told to', async () => {
    edit.mockRejectedValueOnce(stale(changed));
    const { box, press, done, text } = await editing(message);
    box.value = 'no typo';
    await press('Save');
    expect([box.value, done.mock.calls.length]).toEqual(['no typo', 0]);
    expect(text()).toContain('changed elsewhere');
    await press('Replace it');
    expect(edit.mock.calls.at(-1)).toEqual([changed, 'no typo']);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('leaves what was changed meanwhile when told to', async () => {
    edit.mockRejectedValueOnce(stale(changed));
    const { box, press, done } = await editing(message);
    box.value = 'no typo';
    await press('Save');
    await press('Keep the other');
    expect([edit.mock.calls.length, done.mock.calls.length]).toEqual([1, 1]);
  });

  it('says why it was not saved, and lets nothing go', async () => {
    edit.mockRejectedValueOnce(new ServerError('read_only', 'This post is resolved.'));
    const { box, press, done, text } = await editing(message);
    box.value = 'no typo';
    await press('Save');
    expect(text()).toContain('Not saved. This cannot be changed any more.');
    expect([box.value, done.mock.calls.length]).toEqual(['no typo', 0]);
  });

  it('that came too late is still there to be copied, and the rule is looked up anew', async () => {
    edit.mockRejectedValueOnce(new ServerError('edit_window_over', 'Too late.', 409));
    const { box, press, done, text } = await editing(message);
    box.value = 'no typo';
    await press('Save');
    expect(text()).toContain('Not saved. The time in which messages may be edited is over.');
    expect([box.value, done.mock.calls.length, learn.mock.calls.length]).toEqual(['no typo', 0, 1]);
  });

  it('offers to recall a message that is left empty', async () => {
    const { box, press } = await editing(message);
    box.value = ' ';
    await press('Save');
    expect([ask.mock.calls.length, recall.mock.calls, edit.mock.calls]).toEqual([1, [[message]], []]);
  });

  it('goes on with what was written before the page was left, over what the message said then', async () => {
    const { box } = await editing(message);
    box.value = 'no typ';
    box.dispatchEvent(new Event('input'));
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: MessageStores, useValue: { edit, recall } },
        { provide: Confirm, useValue: { ask } },
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
      ],
    });
    const next = await editing(changed);
    expect(next.box.value).toBe('no typ');
    await next.press('Save');
    expect(edit.mock.calls).toEqual([[message, 'no typ']]);
  });

  it('forgets the words once they are saved or given up', () => {
    const edits = TestBed.inject(Editing);
    edits.start(message.id);
    edits.write({ base: message, text: 'no typ' });
    edits.start('another');
    expect([edits.messageId(), edits.begun(message.id)?.text]).toEqual(['another', 'no typ']);
    edits.start(message.id);
    edits.stop();
    expect([edits.messageId(), edits.begun(message.id)]).toEqual([null, undefined]);
  });

  it('is given up by Esc, unless an input method has the text', async () => {
    const { box, done } = await editing(message);
    const press = (isComposing: boolean) =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', isComposing, bubbles: true }));
    press(true);
    expect(done).not.toHaveBeenCalled();
    press(false);
    expect(done).toHaveBeenCalledTimes(1);
  });
});
