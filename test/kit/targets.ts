import type { Page } from 'playwright-core';
import { still } from './still.js';

/** Something that can be pressed and is too small for it. */
export interface SmallTarget {
  /** Its opening tag. */
  element: string;
  width: number;
  height: number;
}

/** What the page's own code measures. */
interface Rules {
  least: number;
  selector: string;
}

const PRESSED = [
  'a[href]',
  'button',
  'summary',
  'textarea',
  'select',
  'input:not([type=hidden])',
  '[role=button]',
  '[role=option]',
  '[role=tab]',
  '[role=menuitem]',
  '[role=switch]',
].join(',');

/**
 * What on the screen is smaller than `least` pixels in one direction, as a finger finds it: from its middle outwards as
 * long as the element answers, so that padding, `::after` and the field around an input count, and what lies over it does not.
 * Links in running text are left out, as WCAG 2.5.8 does; so is what is off the screen or covered in the middle.
 */
export async function findSmallTargets(page: Page, least: number): Promise<SmallTarget[]> {
  await still(page);
  return page.evaluate(measure, { least, selector: PRESSED });
}

/** Runs in the page: it must not use anything from outside. */
function measure({ least, selector }: Rules): SmallTarget[] {
  const FAR = 60;
  const opens = (hit: Element | null, target: Element): boolean => {
    if (hit === null) return false;
    if (target.contains(hit)) return true;
    const field = target.closest(
      'mat-form-field, label, mat-radio-button, mat-checkbox, mat-slide-toggle, app-filter-box',
    );
    return field?.contains(hit) === true && hit.closest('a, button') === null;
  };
  const reach = (target: Element, x: number, y: number, dx: number, dy: number): number => {
    let steps = 0;
    while (steps < FAR && opens(document.elementFromPoint(x + dx * (steps + 1), y + dy * (steps + 1)), target))
      steps += 1;
    return steps;
  };
  const isInText = (target: Element): boolean =>
    target.matches('a') &&
    getComputedStyle(target).display === 'inline' &&
    [...(target.parentNode?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  const sizeOf = (target: Element): { width: number; height: number } | undefined => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (width === 0 || !opens(document.elementFromPoint(x, y), target)) return undefined;
    return {
      width: Math.round(reach(target, x, y, 1, 0) + reach(target, x, y, -1, 0) + 1),
      height: Math.round(reach(target, x, y, 0, 1) + reach(target, x, y, 0, -1) + 1),
    };
  };
  const isSmall = (size: { width: number; height: number }): boolean => size.width < least || size.height < least;
  const tooSmall: SmallTarget[] = [];
  for (const target of document.querySelectorAll(selector)) {
    let found = isInText(target) ? undefined : sizeOf(target);
    if (found === undefined || !isSmall(found)) continue;
    // What the edge of the screen cuts is measured as whoever wants to press it brings it there.
    target.scrollIntoView({ block: 'center' });
    found = sizeOf(target) ?? found;
    const element = /^<[^>]*>/.exec(target.outerHTML)?.[0] ?? '';
    if (isSmall(found)) tooSmall.push({ element, ...found });
  }
  return tooSmall;
}
