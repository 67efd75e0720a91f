import { Dialog } from '@angular/cdk/dialog';
import { effect, inject, Injectable } from '@angular/core';
import { FrameStore } from './frame-store';
import { Viewport } from './ui/viewport';

/** What a browser tells of the back gesture; not every one does. */
interface CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/** On a phone the way back first closes what lies over the page: a sheet, a dialog, the details. */
@Injectable()
export class BackGesture {
  constructor() {
    const [dialogs, frame, viewport] = [inject(Dialog), inject(FrameStore), inject(Viewport)];
    dialogs.afterOpened.subscribe((dialog) => {
      if (!viewport.isCompact() || dialog.disableClose === true) return;
      dialog.closed.subscribe(closeOnBack(() => dialog.close()));
    });
    effect((onCleanup) => {
      if (viewport.isCompact() && frame.isInfoOpen()) onCleanup(closeOnBack(() => frame.setInfo(false)));
    });
  }
}

/** Returns what stops it. */
function closeOnBack(close: () => void): () => void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: new () => CloseWatcher };
  if (CloseWatcher === undefined) return () => undefined;
  const watcher = new CloseWatcher();
  watcher.onclose = close;
  return () => watcher.destroy();
}
