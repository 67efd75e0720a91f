import type { Provider } from '@angular/core';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ConnectionStore } from '../realtime/connection-store';
import { Notice } from './notice';
import { UnsavedDialogs } from './unsaved-dialogs';
import { Viewport } from './viewport';

/** What a dialog finds when it is opened, and what it does there. */
export interface OpenedDialog {
  data: unknown;
  /** It was closed with this. */
  close: (result?: unknown) => void;
  /** It said this at the edge. */
  say: (text: string) => void;
  isOffline?: () => boolean;
}

/** Whether the dialog asks before it is left: it holds what was not saved. */
export const asksBeforeLeaving = () => TestBed.inject(UnsavedDialogs).isHolding(TestBed.inject(MatDialogRef));

/** A dialog of its own, on a computer, with a connection. */
export function asDialog({ data, close, say, isOffline = signal(false) }: OpenedDialog): Provider[] {
  return [
    { provide: MAT_DIALOG_DATA, useValue: data },
    { provide: MatDialogRef, useValue: { close } },
    { provide: Notice, useValue: { say } },
    { provide: ConnectionStore, useValue: { isOffline } },
    { provide: Viewport, useValue: { isCompact: () => false } },
  ];
}
