import { DestroyRef, effect, inject, untracked } from '@angular/core';
import { ChatSocket } from '../../realtime/chat-socket';

/** Asks again when one comes back to the window, and after every new connection. For an injection context. */
export function refreshOnReturn(refresh: () => unknown): void {
  const socket = inject(ChatSocket);
  let before = untracked(socket.connections);
  effect(() => {
    const connections = socket.connections();
    if (connections > before) untracked(() => void refresh());
    before = connections;
  });
  const returned = () => {
    if (document.visibilityState === 'visible') refresh();
  };
  document.addEventListener('visibilitychange', returned);
  window.addEventListener('focus', returned);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', returned);
    window.removeEventListener('focus', returned);
  });
}
