import type { Locator } from 'playwright-core';
import type { Person } from './person.js';
import { still } from './still.js';

/** Presses keys, one after the other. */
export async function pressKeys({ page }: Person, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until the focus is there. */
export async function expectFocus(locator: Locator): Promise<void> {
  await locator.evaluate(async (element) => {
    for (let count = 0; count < 100 && document.activeElement !== element; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    if (document.activeElement !== element)
      throw new Error(`${document.activeElement?.outerHTML.slice(0, 200)} has it`);
  });
}

/** Opens a menu and takes its nth line, with the keyboard alone. */
export async function chooseByKeys(opener: Locator, line: number): Promise<void> {
  const page = opener.page();
  await opener.focus();
  await page.keyboard.press('Enter');
  for (let at = 1; at <= line; at += 1) {
    await expectFocus(page.getByRole('menuitem').nth(at - 1));
    await page.keyboard.press(at === line ? 'Enter' : 'ArrowDown');
  }
}

/** What has the focus: its name, else its text. */
export async function focused({ page }: Person): Promise<string> {
  return page.evaluate(describeFocus);
}

/** The part of the window that has the focus. */
export async function focusedPart({ page }: Person): Promise<string> {
  return page.evaluate(partOfFocus);
}

/** Whether one sees what has the focus. */
export async function seesFocus({ page }: Person): Promise<boolean> {
  await still(page);
  return page.evaluate(hasRing);
}

/** Runs in the page: the name of what has the focus. */
function describeFocus(): string {
  const focus = document.activeElement;
  return focus?.getAttribute('aria-label') ?? focus?.textContent.trim() ?? '';
}

/** Runs in the page: the part of the window that has the focus. */
function partOfFocus(): string {
  const parts = {
    rail: 'app-rail',
    lists: 'mat-sidenav',
    header: 'app-post-header',
    stream: '[role=log]',
    composer: 'app-composer',
    info: 'mat-drawer',
  };
  return (
    Object.entries(parts).find(([, selector]) => document.activeElement?.closest(selector) !== null)?.[0] ?? 'none'
  );
}

/**
 * Runs in the page: whether one sees what has the focus, by an outline of it, by the border of the field around it, or,
 * on a message, by the bar and the tint of the chosen row.
 */
function hasRing(): boolean {
  const focus = document.activeElement;
  const writes = focus?.matches('input, textarea') === true;
  const field = (writes ? focus.closest('app-filter-box, .composer, .mat-mdc-form-field') : null) ?? focus;
  if (!field || field === document.body) return false;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(field);
  const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  return (
    hasOutline ||
    // Its border is twice as thick then.
    field.matches('.mat-form-field-appearance-outline.mat-focused') ||
    (field.matches('article, app-filter-box, .composer, .mat-mdc-form-field') && boxShadow !== 'none')
  );
}
