import { Component, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { KeyboardRoom } from './keyboard-room';
import { beginToSpeak } from './language/speech';
import { SessionStore } from './sign-in/session-store';
import { ThemeColour } from './theme-colour';
import { UpdatePage } from './update-page';

/** The root: waits until it is known who is here, then shows the page of the address. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, UpdatePage],
  host: {
    '[class.updating]': 'isUpdating()',
    '(document:dragover)': 'refuseFiles($event)',
    '(document:drop)': 'refuseFiles($event)',
  },
  template: `
    @if (isUpdating()) {
      <app-update-page />
    } @else {
      <router-outlet />
    }
  `,
})
export class App {
  protected readonly isUpdating = signal(false);
  private readonly router = inject(Router);
  private hasStarted = false;

  constructor() {
    for (const service of [KeyboardRoom, ThemeColour]) inject<unknown>(service);
    const session = inject(SessionStore);
    effect(() => {
      const state = session.state();
      untracked(() => {
        if (state === 'unreachable') this.isUpdating.set(true);
        else if (state === 'replaced') location.reload();
        else if (state !== 'starting') this.begin();
      });
    });
  }

  /** Where nobody takes them, the browser would show a dropped file in place of the page. */
  protected refuseFiles(event: DragEvent): void {
    const { dataTransfer } = event;
    if (event.defaultPrevented || dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  }

  private begin(): void {
    // The server that answers now may not be the one that this page is from.
    if (this.isUpdating()) location.reload();
    else if (!this.hasStarted) {
      this.hasStarted = true;
      void beginToSpeak().then(() => this.router.initialNavigation());
    }
  }
}
