import { InteractivityChecker } from '@angular/cdk/a11y';
import { inject, Injectable } from '@angular/core';

const PAGE = '#content';

/** The parts of the window in the order in which F6 goes through them; those that are not there are passed over. */
const PARTS = {
  rail: 'app-rail, app-bottom-navigation',
  lists: 'mat-sidenav',
  header: `${PAGE} app-post-header`,
  stream: `${PAGE} [role=log]`,
  page: `${PAGE}:not(:has([role=log]))`,
  composer: `${PAGE} app-composer textarea, ${PAGE} app-quiet-bar`,
  info: `${PAGE} mat-drawer`,
} as const;

export type WindowPart = keyof typeof PARTS;

const ORDER = Object.keys(PARTS) as WindowPart[];
const TABBABLE = 'a[href], button, input, textarea, select, [tabindex]';

/** The parts of the window for those who go by keyboard. */
@Injectable({ providedIn: 'root' })
export class WindowParts {
  private readonly checker = inject(InteractivityChecker);

  /** Gives the focus to a part; false when it is not there, or holds nothing that takes it. */
  focus(part: WindowPart): boolean {
    const target = this.targetIn(part);
    target?.focus();
    return target !== undefined && document.activeElement === target;
  }

  /** The part with the focus; none when it is nowhere. */
  focused(): WindowPart | undefined {
    const { activeElement } = document;
    // Backwards, because what is inner stands later.
    return ORDER.findLast((part) => this.rootOf(part)?.contains(activeElement) === true);
  }

  /** Goes to the next part that takes the focus, or to the one before; after the last comes the first. */
  step(by: 1 | -1): void {
    const focused = this.focused();
    const from = focused === undefined ? (by === 1 ? -1 : 0) : ORDER.indexOf(focused);
    for (let count = 1; count <= ORDER.length; count += 1) {
      const part = ORDER[(from + by * count + ORDER.length * 2) % ORDER.length];
      if (part !== undefined && this.focus(part)) return;
    }
  }

  private rootOf(part: WindowPart): HTMLElement | undefined {
    const found = [...document.querySelectorAll<HTMLElement>(PARTS[part])];
    return found.find((element) => this.checker.isVisible(element));
  }

  /** The part itself, else where one is in it, else the first thing in it. */
  private targetIn(part: WindowPart): HTMLElement | undefined {
    const root = this.rootOf(part);
    if (root === undefined || part === 'page' || this.takesTab(root)) return root;
    const inside = [...root.querySelectorAll<HTMLElement>(TABBABLE)].filter((element) => this.takesTab(element));
    return inside.find((element) => element.getAttribute('aria-current') === 'page') ?? inside[0];
  }

  private takesTab(element: HTMLElement): boolean {
    return this.checker.isVisible(element) && this.checker.isFocusable(element) && this.checker.isTabbable(element);
  }
}
