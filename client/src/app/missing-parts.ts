import { ErrorHandler, inject, Injectable, Injector } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { Notice } from './ui/notice';

/** Much of the program comes when it is first needed. Where it cannot be had, the reader is told, and what is on screen stays. */
@Injectable()
export class MissingParts extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    if (isMissingPart(error)) this.tell();
    else super.handleError(error);
  }

  private tell(): void {
    const notice = this.injector.get(Notice);
    if (!navigator.onLine) return notice.say('This did not load. You are offline.');
    notice.say('This did not load.', { label: 'Reload page', run: () => location.reload() });
  }
}

/** After an update the parts of the old page are gone from the server: the new page opens where one wanted to go, if the server answers. */
export async function loadAnew({ url, error }: NavigationError): Promise<void> {
  if (!isMissingPart(error)) return;
  const handler = inject(ErrorHandler);
  const isThere = await fetch('/api/health/live').then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) location.assign(url);
  else handler.handleError(error);
}

function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && error.message.includes('module');
}
