import { Component, effect, inject, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { SessionStore } from './sign-in/session-store';

/** The root: waits until it is known who is here, then shows the page of the address. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: `
    @if (session.state() === 'unreachable') {
      <div class="unreachable" role="status">
        <img src="favicon.svg" alt="" width="48" height="48" />
        <h1>Roomers does not answer</h1>
        <p>It may be starting or being updated. This page tries again by itself.</p>
      </div>
    }
    <router-outlet />
  `,
  styles: `
    .unreachable {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 8px;
      height: 100%;
      padding: 24px;
      text-align: center;
    }
    h1 {
      font: var(--mat-sys-headline-small);
    }
  `,
})
export class App {
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private hasStarted = false;

  constructor() {
    effect(() => {
      const isKnown = this.session.state() === 'signed-in' || this.session.state() === 'signed-out';
      if (isKnown) untracked(() => this.startOnce());
    });
  }

  private startOnce(): void {
    if (this.hasStarted) return;
    this.hasStarted = true;
    this.router.initialNavigation();
  }
}
