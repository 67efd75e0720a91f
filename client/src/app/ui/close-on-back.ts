/** What a browser tells of the back gesture; not every one does. */
interface CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/** Calls once when the reader goes back by the gesture of the device; returns what stops it. */
export function closeOnBack(close: () => void): () => void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: new () => CloseWatcher };
  if (CloseWatcher === undefined) return () => undefined;
  const watcher = new CloseWatcher();
  watcher.onclose = close;
  return () => watcher.destroy();
}
