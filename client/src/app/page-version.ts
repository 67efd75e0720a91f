import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the server has gone on to another program than the one that this page runs. */
@Injectable({ providedIn: 'root' })
export class PageVersion {
  private readonly document = inject(DOCUMENT);
  readonly isOutdated = signal(false);

  /** Looks whether the server's page still begins with the same script; without an answer nothing is known. */
  async check(): Promise<void> {
    const own = this.document.querySelector('script[type=module][src]')?.getAttribute('src');
    if (own == null) return;
    try {
      const answer = await fetch('/', { cache: 'no-store' });
      if (answer.ok && !(await answer.text()).includes(own)) this.isOutdated.set(true);
    } catch {
      // Offline: the part that was missed may still be there.
    }
  }
}
