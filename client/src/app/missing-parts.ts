import { ErrorHandler, inject, Injectable, Injector } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { t } from './language/texts';
import { PageVersion } from './page-version';
import { safePlace } from './sign-in/place-to-return-to';
import { Notice } from './ui/notice';

const KEY = 'roomers.loaded-anew';
const LOOP_MS = 30_000;

/**
 * Much of the program comes when it is first needed. Where it cannot be had, the reader is told, and what is on screen
 * stays: after an update the parts of the old page are gone from the server.
 */
@Injectable()
export class MissingParts extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    if (isMissingPart(error)) void this.tell();
    else super.handleError(error);
  }

  private async tell(): Promise<void> {
    const [version, notice] = [this.injector.get(PageVersion), this.injector.get(Notice)];
    await version.check();
    // The page says so itself.
    if (version.isOutdated()) return;
    if (navigator.onLine)
      notice.say(t('frame.partMissing'), { label: t('frame.reloadPage'), run: () => location.reload() });
    else notice.say(t('frame.partMissingOffline'));
  }
}

/** The new page opens where one wanted to go, if the server answers; once, for a part may be missing there, too. */
export async function loadAnew({ url, error }: NavigationError): Promise<void> {
  if (!isMissingPart(error)) return;
  const handler = inject(ErrorHandler);
  const isLooping = Date.now() - Number(sessionStorage.getItem(KEY)) < LOOP_MS;
  if (isLooping || !(await isServerThere())) {
    handler.handleError(error);
    return;
  }
  sessionStorage.setItem(KEY, String(Date.now()));
  location.assign(safePlace(url));
}

/** In the words of Chromium, Firefox and Safari. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /\bmodule\b/iu.test(error.message);
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/api/health/live')).ok;
  } catch {
    return false;
  }
}
