import type { Locator } from 'playwright-core';
import { eventually } from './eventually.js';
import { expectFocus, seesFocus } from './focus.js';
import type { Person } from './person.js';

/** More than any dialog has. */
const MOST_STOPS = 30;

/**
 * Walks through an open dialog by keyboard alone and leaves it.
 * @returns what Tab comes to, each once, in its order
 * @throws Error when the focus leaves the dialog or is not seen, Esc does not close it, or the focus is not back at `opener`
 */
export async function walkDialog(person: Person, dialog: Locator, opener: Locator): Promise<string[]> {
  const { keyboard } = person.page;
  await dialog.waitFor();
  await eventually(async () => insist(await holdsFocus(dialog), 'The focus is not in the dialog'));
  const stops = new Set<string>();
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await keyboard.press('Tab');
    insist(await holdsFocus(dialog), `Tab leaves the dialog after ${[...stops].join(', ')}`);
    const stop = await dialog.evaluate(nameOfFocus);
    if (stops.has(stop)) break;
    insist(await seesFocus(person), `One does not see that ${stop} has the focus`);
    stops.add(stop);
  }
  await keyboard.press('Shift+Tab');
  insist(await holdsFocus(dialog), 'Shift+Tab leaves the dialog');
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocus(opener);
  return [...stops];
}

function insist(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

function holdsFocus(dialog: Locator): Promise<boolean> {
  return dialog.evaluate((element) => element.contains(document.activeElement));
}

/** Runs in the page: what is read aloud of what has the focus. */
function nameOfFocus(): string {
  const focus = document.activeElement;
  const label = (focus as HTMLInputElement | null)?.labels?.[0]?.textContent;
  return (focus?.getAttribute('aria-label') ?? label ?? focus?.textContent ?? '').trim().replaceAll(/\s+/gu, ' ');
}
