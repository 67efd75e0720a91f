import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SharedPost } from '#contracts/post.dto.js';
import { type Upload, Uploads } from '../attachments/uploads';
import { ChatSocket } from '../realtime/chat-socket';
import { ConnectionStore } from '../realtime/connection-store';
import { Preferences } from '../settings/preferences';
import { ServerConfig } from '../sign-in/server-config';
import { SessionStore } from '../sign-in/session-store';
import { FirstPaint } from '../ui/first-paint';
import { Viewport } from '../ui/viewport';
import { Composer } from './composer';
import { EmojiSearch } from './composer/emoji-search';
import { ComposerFocus } from './composer-focus';
import { ComposerHarness } from './composer.harness';
import { Editing } from './editing';
import { aMessage } from './message.fixture';
import { MessageStores } from './message-stores';
import { TypingStore } from './typing-store';

const post = { id: 'post', roomId: 'room', kind: 'chat' } as SharedPost;

describe('the composer', () => {
  const items = signal<readonly Upload[]>([]);
  const messages = signal([aMessage()]);
  const [send, add, tell, stop] = [jest.fn(), jest.fn(), jest.fn(), jest.fn()];
  const isCompact = signal(false);
  const isOffline = signal(false);
  const limits = signal({ editWindowMinutes: null as number | null });

  beforeEach(() => {
    jest.clearAllMocks();
    localStorage.clear();
    items.set([]);
    messages.set([aMessage({ seq: 1, authorId: 'hanna' }), aMessage({ seq: 2, authorId: 'lei' })]);
    isCompact.set(false);
    isOffline.set(false);
    limits.set({ editWindowMinutes: null });
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
        { provide: MessageStores, useValue: { send, of: () => ({ messages }) } },
        { provide: ChatSocket, useValue: { on: () => undefined } },
        { provide: TypingStore, useValue: { tell, stop } },
        {
          provide: Uploads,
          useValue: { of: () => ({ items, leftOut: signal(0) }), add, restore: jest.fn(), take: () => [] },
        },
        { provide: ConnectionStore, useValue: { isOffline } },
        { provide: ServerConfig, useValue: { config: () => ({ limits: limits() }) } },
        { provide: FirstPaint, useValue: { isOver: signal(true) } },
        { provide: Viewport, useValue: { isCompact } },
        {
          provide: EmojiSearch,
          useValue: {
            find: () =>
              Promise.resolve([
                { emoji: '😄', name: 'smile' },
                { emoji: '😏', name: 'smirk' },
              ]),
          },
        },
      ],
    });
  });

  async function open() {
    const fixture = TestBed.createComponent(Composer);
    fixture.componentRef.setInput('post', post);
    document.body.append(fixture.nativeElement as Node);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ComposerHarness);
  }

  it('sends by Enter, empties at once and stays ready', async () => {
    const composer = await open();
    expect(await composer.canSend()).toBe(false);
    await composer.type('  明天见\n');
    expect(await composer.canSend()).toBe(true);
    await composer.press('Enter');
    expect(send.mock.calls).toEqual([['post', '明天见', []]]);
    expect([await composer.text(), await composer.hasFocus()]).toEqual(['', true]);
  });

  it('tells that somebody types, and no longer once nothing is left', async () => {
    const composer = await open();
    await composer.type('h');
    expect([tell.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0]);
    await composer.type('');
    expect([tell.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1]);
  });

  it('sends nothing while an input method has the text', async () => {
    const composer = await open();
    await composer.type('ceshi');
    await composer.press('Enter', { isComposing: true });
    expect([send.mock.calls.length, await composer.text()]).toEqual([0, 'ceshi']);
  });

  it('follows the key that was chosen to send, and names it', async () => {
    const composer = await open();
    expect(await composer.note()).toBe('Enter to send');
    TestBed.inject(Preferences).choose({ sendKey: 'control-enter' });
    expect(await composer.note()).toBe('Ctrl Enter to send');
    await composer.type('- one');
    await composer.press('Enter');
    expect([send.mock.calls.length, await composer.text()]).toEqual([0, '- one\n- ']);
    await composer.press('Enter', { ctrlKey: true });
    expect(send.mock.calls).toEqual([['post', '- one\n-', []]]);
    TestBed.inject(Preferences).choose({ sendKey: 'enter' });
  });

  it('begins with the draft that was left, and says when one is kept', async () => {
    localStorage.setItem('roomers.draft.hanna.post', 'begun');
    const composer = await open();
    expect(await composer.text()).toBe('begun');
    await new Promise((resolve) => setTimeout(resolve, 850));
    expect(await composer.note()).toBe('Draft saved');
    await composer.type('begun again');
    expect(await composer.note()).toBe('Enter to send');
    expect(localStorage.getItem('roomers.draft.hanna.post')).toBe('begun again');
  });

  it('formats by its toolbar, which is one tab stop', async () => {
    const composer = await open();
    await composer.type('word');
    await composer.click('Bold');
    expect(await composer.text()).toBe('**word**');
    const stops = [...document.querySelectorAll<HTMLElement>('[role=toolbar] button')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(stops.map((stop) => stop.ariaLabel ?? stop.getAttribute('aria-label'))).toEqual(['Bold']);
    stops[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Preview');
  });

  it('shows how the text will look, and goes back by Esc', async () => {
    const composer = await open();
    await composer.type('some **bold** words');
    await composer.click('Preview');
    expect(await composer.preview()).toBe('some bold words');
    document
      .querySelector('.preview')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect([await composer.preview(), await composer.text()]).toEqual([undefined, 'some **bold** words']);
    expect(await composer.hasFocus()).toBe(true);
  });

  it('offers emoji for a name behind a colon', async () => {
    const composer = await open();
    await composer.type('well :smi');
    expect(await composer.suggestions()).toEqual(['> 😄:smile:', '😏:smirk:']);
    await composer.press('ArrowDown');
    expect(await composer.suggestions()).toEqual(['😄:smile:', '> 😏:smirk:']);
    await composer.press('Enter');
    expect([await composer.text(), await composer.suggestions(), send.mock.calls.length]).toEqual(['well 😏 ', [], 0]);
    await composer.type(':smi');
    await composer.press('Escape');
    expect(await composer.suggestions()).toEqual([]);
    await composer.type(':smil');
    expect(await composer.suggestions()).toEqual([]);
  });

  it('refuses a text that is too long, and makes it a file', async () => {
    const composer = await open();
    await composer.type('字'.repeat(10_001));
    expect(await composer.canSend()).toBe(false);
    expect(await composer.offer()).toContain('1 character over the limit of 10,000.');
    await composer.click('Attach as a file instead');
    expect(await composer.text()).toBe('');
    const [[, , [file]]] = add.mock.calls as [[string, string, [File]]];
    expect([file.name, file.size]).toEqual(['pasted.txt', 30_003]);
  });

  it('waits for no file that failed, and lets the text stay', async () => {
    const composer = await open();
    await composer.type('with a file');
    items.set([{ key: 1, name: 'a.txt', size: 1, state: 'failed', progress: 0 }]);
    await composer.press('Enter');
    expect([await composer.canSend(), send.mock.calls.length, await composer.text()]).toEqual([
      false,
      0,
      'with a file',
    ]);
  });

  it('edits the last own message by Up, but only from an empty box', async () => {
    const composer = await open();
    const editing = TestBed.inject(Editing);
    await composer.type('something');
    await composer.pressUp();
    expect(editing.messageId()).toBeNull();
    await composer.type('');
    await composer.pressUp();
    expect(editing.messageId()).toBe('message-1');
    editing.stop();
    expect(await composer.hasFocus()).toBe(true);
    limits.set({ editWindowMinutes: 15 });
    await composer.pressUp();
    expect(editing.messageId()).toBeNull();
  });

  it('takes the focus that was asked for it', async () => {
    TestBed.inject(ComposerFocus).ask('post');
    expect(await (await open()).hasFocus()).toBe(true);
  });

  it('queues while offline', async () => {
    isOffline.set(true);
    const composer = await open();
    await composer.type('later');
    expect(await composer.buttons()).toContain('Queue, send when back online');
  });

  it('shows Send and formats on a phone only when there is something to send', async () => {
    isCompact.set(true);
    const composer = await open();
    expect(await composer.buttons()).toEqual(['Attach files', 'Emoji']);
    await composer.type('a');
    expect(await composer.buttons()).toEqual(['Attach files', 'Formatting', 'Emoji', 'Send']);
    await composer.click('Formatting');
    expect(await composer.buttons()).toContain('Bold');
  });
});
