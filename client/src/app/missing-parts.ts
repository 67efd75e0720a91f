import { ErrorHandler, inject, Injectable } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { PageVersion } from './page-version';
import { safePlace } from './sign-in/place-to-return-to';

const KEY = 'roomers.loaded-anew';
const LOOP_MS = 30_000;

/** After an update the parts of the old page are gone from the server: what they are needed for says so instead of doing nothing. */
@Injectable()
export class MissingParts extends ErrorHandler {
  private readonly version = inject(PageVersion);

  override handleError(error: unknown): void {
    if (isMissingPart(error)) void this.version.check();
    super.handleError(error);
  }
}

/** The new page opens where one wanted to go; once, for a part that is missing there too would have it load for ever. */
export function loadAnew({ url, error }: NavigationError): void {
  const isLooping = Date.now() - Number(sessionStorage.getItem(KEY)) < LOOP_MS;
  if (!isMissingPart(error) || isLooping) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.assign(safePlace(url));
}

/** In the words of Chromium, Firefox and Safari. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /\bmodule\b/iu.test(error.message);
}
