/** Something that can be pressed, or a box to search in. */
export interface Control {
  /** The innermost parts that it stands in, what it is, what it is called. */
  key: string;
  /** Opens something: what is in there depends on who opens it. */
  isOpener: boolean;
  /** Leads to where one is, or stands for what is chosen already. */
  isCurrent: boolean;
}

const SELECTOR = [
  'a[href]',
  'button',
  'summary',
  'input[type=checkbox]',
  'input[type=radio]',
  'input[type=search]',
  ...['button', 'link', 'tab', 'menuitem', 'option', 'switch', 'checkbox', 'radio', 'searchbox', 'separator'].map(
    (role) => `[role=${role}]`,
  ),
].join(',');

/** Runs in the page before its own scripts: counts what changes in it, and forgets what the device was told to keep. */
export function watchChanges(): void {
  if (location.protocol === 'about:') return;
  localStorage.clear();
  const watched = { changes: 0, lastAt: performance.now() };
  Reflect.set(window, 'watched', watched);
  const count = () => {
    watched.changes += 1;
    watched.lastAt = performance.now();
  };
  new MutationObserver(count).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

/** Runs in the page: for how many milliseconds nothing changed or moved since it showed something. */
export function quietFor(): number {
  const isOnItsWay = ({ playState, effect }: Animation) =>
    playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
  if (document.body.innerText === '' || document.getAnimations().some(isOnItsWay)) return 0;
  return performance.now() - (Reflect.get(window, 'watched') as { lastAt: number }).lastAt;
}

/**
 * The controls that one sees and can press, in their order. Runs in the page: it must not use anything from outside.
 * @param selector what counts as one
 */
function list(selector: string): Control[] {
  const isInReach = (element: HTMLElement): boolean => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const label = element.closest('label, mat-radio-button, mat-checkbox, mat-slide-toggle') ?? element;
    return width > 1 && height > 1 && hit !== null && label.contains(hit);
  };
  const isEnabled = (element: HTMLElement): boolean =>
    !element.matches(':disabled, [aria-disabled=true]') && element.closest('[inert]') === null;
  const nameOf = (element: HTMLElement): string => {
    // What stands in a row changes with what happens, where it leads does not.
    if (element instanceof HTMLAnchorElement) return element.pathname;
    const label = element.getAttribute('aria-label') ?? '';
    const text = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : element.innerText;
    return (label || text || element.getAttribute('aria-labelledby') || '').replace(/\s+/gu, ' ').trim().slice(0, 60);
  };
  const PARTS = 2;
  const partsAround = (element: HTMLElement): string => {
    const parts: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (at.localName.startsWith('app-')) parts.unshift(at.localName.slice(4));
    return parts.slice(-PARTS).join(' ');
  };
  const isCurrent = (element: HTMLElement): boolean =>
    element.matches('[aria-current]:not([aria-current=false])') ||
    (element.matches('[role=tab], [role=option], [role=radio], [type=radio]') &&
      element.matches('[aria-selected=true], [aria-checked=true], :checked'));
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => isEnabled(element) && isInReach(element),
  );
  Reflect.set(window, 'controls', found);
  const times = new Map<string, number>();
  /** Two that are called the same are told apart by their order. */
  const keyOf = (element: HTMLElement): string => {
    const key = `${partsAround(element)}: ${element.getAttribute('role') ?? element.localName} "${nameOf(element)}"`;
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    return count === 1 ? key : `${key} ${count}`;
  };
  return found.map((element) => ({
    key: keyOf(element),
    isOpener: element.hasAttribute('aria-haspopup'),
    isCurrent: isCurrent(element),
  }));
}

/** What `press` needs to know. */
export interface Press {
  /** Which of those that were listed last. */
  index: number;
  withinMs: number;
}

/**
 * Presses a control, or types into a search box, and returns whether that changed the page in time. Runs in the page. The
 * control has the focus before, so that taking it is no effect, and no pointer is over it.
 */
export async function press({ index, withinMs }: Press): Promise<boolean> {
  const watched = Reflect.get(window, 'watched') as { changes: number };
  const element = (Reflect.get(window, 'controls') as HTMLElement[])[index];
  if (element === undefined) throw new Error('It was not listed');
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  element.focus({ preventScroll: true });
  await frame();
  await frame();
  const state = () => [location.href, document.activeElement, watched.changes, scrollY];
  const before = state();
  if (element instanceof HTMLInputElement && !['checkbox', 'radio'].includes(element.type)) {
    element.value = 'zz';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  } else element.click();
  for (const end = performance.now() + withinMs; performance.now() < end; await frame())
    if (state().some((part, at) => part !== before[at])) return true;
  return false;
}

/** The controls on a page; see `list`. */
export const LIST = { run: list, selector: SELECTOR };
