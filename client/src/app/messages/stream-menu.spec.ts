import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Action } from '../ui/action';
import { ActionSheets } from '../ui/action-sheets';
import { Viewport } from '../ui/viewport';
import { aMessage } from './message.fixture';
import { MessageVerbs } from './message-verbs';
import { StreamKeys } from './stream-keys';
import { StreamMenu } from './stream-menu';

describe('the menu of a row on a phone', () => {
  const open = jest.fn<(actions: () => readonly Action[]) => Promise<void>>();
  const actionsOf = jest.fn<() => readonly Action[]>();
  const focus = jest.fn();
  let menu: StreamMenu;

  beforeEach(() => {
    open.mockReset().mockResolvedValue(undefined);
    focus.mockReset();
    actionsOf.mockReset().mockReturnValue([]);
    TestBed.configureTestingModule({
      providers: [
        StreamMenu,
        { provide: ActionSheets, useValue: { open } },
        { provide: Viewport, useValue: { isCompact: () => true } },
        { provide: StreamKeys, useValue: { messageAt: () => aMessage(), focus } },
        { provide: MessageVerbs, useValue: { actionsOf } },
      ],
    });
    menu = TestBed.inject(StreamMenu);
  });

  const rest = async () => {
    menu.pressed({ target: document.body } as never);
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('gives the focus back to its row once it has gone', async () => {
    await rest();
    expect([open.mock.calls.length, menu.message(), focus.mock.calls.length]).toEqual([1, null, 1]);
  });

  it('offers what may be done at the moment, however long it stands open', async () => {
    const isInTime = signal(true);
    const edit: Action = { icon: 'edit', label: 'Edit', run: () => undefined };
    actionsOf.mockImplementation(() => (isInTime() ? [edit] : []));
    let offered: () => readonly Action[] = () => [];
    open.mockImplementation((actions) => {
      offered = actions;
      return new Promise(() => undefined);
    });
    await rest();
    const before = offered().length;
    isInTime.set(false);
    expect([before, offered().length]).toEqual([1, 0]);
  });

  it('opens again when it could not be had the first time', async () => {
    open.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    const failed = menu['openSheet'](aMessage());
    await expect(failed).rejects.toThrow('module');
    await rest();
    expect([open.mock.calls.length, menu.message()]).toEqual([2, null]);
  });
});
