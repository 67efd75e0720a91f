import { Dialog } from '@angular/cdk/dialog';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Subject } from 'rxjs';
import { BackGesture } from './back-gesture';
import { FrameStore } from './frame-store';
import { UnsavedDialogs } from './ui/unsaved-dialogs';
import { Viewport } from './ui/viewport';

/** The browser's part: what waits for the gesture, the latest last. */
class Watcher {
  static readonly waiting: Watcher[] = [];
  onclose: (() => void) | null = null;
  constructor() {
    Watcher.waiting.push(this);
  }
  destroy(): void {
    Watcher.waiting.splice(Watcher.waiting.indexOf(this), 1);
  }
}

describe('the back gesture', () => {
  const isCompact = signal(true);
  const isInfoOpen = signal(false);
  const opened = new Subject<object>();
  const materialOpened = new Subject<MatDialogRef<unknown>>();
  const goBack = () => Watcher.waiting.at(-1)?.onclose?.();
  const aDialog = (disableClose = false) => {
    const closed = new Subject<void>();
    return { disableClose, closed, close: jest.fn(() => closed.next()) };
  };

  beforeEach(() => {
    Object.assign(globalThis, { CloseWatcher: Watcher });
    isCompact.set(true);
    TestBed.configureTestingModule({
      providers: [
        BackGesture,
        { provide: Dialog, useValue: { afterOpened: opened } },
        { provide: MatDialog, useValue: { afterOpened: materialOpened } },
        { provide: UnsavedDialogs, useValue: { leave: () => Promise.resolve(true) } },
        { provide: Viewport, useValue: { isCompact } },
        { provide: FrameStore, useValue: { isInfoOpen, setInfo: (isOpen: boolean) => isInfoOpen.set(isOpen) } },
      ],
    });
    TestBed.inject(BackGesture);
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'CloseWatcher');
  });

  it('closes what was opened last, and then what is below it', () => {
    const [sheet, dialog] = [aDialog(), aDialog()];
    opened.next(sheet);
    opened.next(dialog);
    goBack();
    expect([sheet.close.mock.calls.length, dialog.close.mock.calls.length]).toEqual([0, 1]);
    goBack();
    expect([sheet.close.mock.calls.length, Watcher.waiting.length]).toEqual([1, 0]);
  });

  it('closes the details', () => {
    isInfoOpen.set(true);
    TestBed.tick();
    goBack();
    TestBed.tick();
    expect([isInfoOpen(), Watcher.waiting.length]).toEqual([false, 0]);
  });

  it('closes a dialog of Material’s, unless the reader would rather stay', async () => {
    const leave = jest.spyOn(TestBed.inject(UnsavedDialogs), 'leave').mockResolvedValueOnce(false);
    const closed = new Subject<void>();
    const dialog = { afterClosed: () => closed } as unknown as MatDialogRef<unknown>;
    materialOpened.next(dialog);
    goBack();
    await Promise.resolve();
    await Promise.resolve();
    leave.mockResolvedValueOnce(true);
    goBack();
    expect(leave.mock.calls).toEqual([[dialog], [dialog]]);
    closed.next();
    expect(Watcher.waiting).toEqual([]);
  });

  it('is the browser’s for what must be answered, and in a large window', () => {
    opened.next(aDialog(true));
    materialOpened.next({ disableClose: true } as MatDialogRef<unknown>);
    isCompact.set(false);
    opened.next(aDialog());
    expect(Watcher.waiting).toEqual([]);
  });
});
