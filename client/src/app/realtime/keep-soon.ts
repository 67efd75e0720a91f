import { Injectable } from '@angular/core';

interface Waiting {
  timer: ReturnType<typeof setTimeout>;
  keep: () => void;
}

/** What is kept on the device a moment after it changed, once for many changes; at once when the page may be about to go. */
@Injectable({ providedIn: 'root' })
export class KeepSoon {
  private readonly waiting = new Map<string, Waiting>();

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') for (const name of this.waiting.keys()) this.keep(name);
    });
  }

  /** Nothing, when something of that name waits already. */
  after(milliseconds: number, name: string, keep: () => void): void {
    if (this.waiting.has(name)) return;
    this.waiting.set(name, { timer: setTimeout(() => this.keep(name), milliseconds), keep });
  }

  drop(name: string): void {
    clearTimeout(this.waiting.get(name)?.timer);
    this.waiting.delete(name);
  }

  private keep(name: string): void {
    const one = this.waiting.get(name);
    this.drop(name);
    one?.keep();
  }
}
