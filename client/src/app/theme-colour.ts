import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { ThemeStore } from './settings/theme-store';
import { Viewport } from './ui/viewport';

/** What surrounds the page, such as the top of a phone, has the colour of its edge. */
@Injectable({ providedIn: 'root' })
export class ThemeColour {
  constructor() {
    const [theme, viewport, document] = [inject(ThemeStore), inject(Viewport), inject(DOCUMENT)];
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const isDark = signal(dark.matches);
    dark.addEventListener('change', ({ matches }) => isDark.set(matches));
    effect(() => {
      theme.theme();
      viewport.isCompact();
      isDark();
      const colour = getComputedStyle(document.body).backgroundColor;
      document.querySelector('meta[name=theme-color]')?.setAttribute('content', colour);
    });
  }
}
