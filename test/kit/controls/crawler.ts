import type { Page } from 'playwright-core';
import { Effects } from './effects.js';
import { type Control, LIST, press, quietFor, watchChanges } from './in-page.js';
import { type Exemption, exemptionOf, isLeaf, withoutNames } from './exemptions.js';
import type { Dead, Visitor, Way } from './place.js';

const QUIET_MS = 50;
/** A page that was just opened still asks for this and that. */
const QUIET_AT_FIRST_MS = 250;
const PATIENCE_MS = 10_000;
const EFFECT_WITHIN_MS = 700;
/** What is typed is looked for some moments later, and what is found comes after that. */
const FOUND_WITHIN_MS = 3_000;
/** Parts that many others use: what they hold is told apart by what opened them. */
const SHARED_PARTS = /^(?:confirm-dialog|typed-confirm-dialog|action-sheet)?:/u;

/** What all crawlers of a house know together. */
export class Findings {
  /** What was pressed or is going to be, so that nobody presses it again. */
  readonly claimed = new Set<string>();
  /** What was pressed and did something. */
  readonly alive = new Set<string>();
  readonly dead: Dead[] = [];
  /** What a way named and was not there when it was gone again. */
  readonly lost: Dead[] = [];
  readonly exempt = new Map<Exemption, Set<string>>();
}

/** Presses everything on the pages that one visitor sees, what opens there as well, and notes what did nothing. */
export class Crawler {
  private where: Way | undefined;
  /** What the screens looked like that led here. */
  private readonly outlines = new Map<string, string>();

  private constructor(
    private readonly page: Page,
    private readonly role: string,
    private readonly deepest: number,
    private readonly effects: Effects,
    private readonly findings: Findings,
  ) {}

  static async send({ page, role, places, deepest = 2 }: Visitor, findings: Findings): Promise<void> {
    await page.addInitScript(watchChanges);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const crawler = new Crawler(page, role, deepest, await Effects.of(page), findings);
    for (const place of places) {
      const way = { place, steps: [] };
      if (await crawler.go(way)) await crawler.explore(way);
    }
  }

  /** Presses what is new on the screen that is shown, and on those that come of it. */
  private async explore(way: Way): Promise<void> {
    const screen = await this.list();
    const address = this.page.url();
    this.outlines.set(nameOf(way), outlineOf(screen));
    for (const control of screen.filter((one) => this.claim(one, way))) {
      if (this.where !== way && !(await this.go(way))) return;
      if (!(await this.press(control.key, way))) continue;
      await this.quiet();
      // Other addresses are places of their own.
      if (this.page.url() === address && way.steps.length < this.deepest && !isLeaf(control.key)) {
        this.where = { place: way.place, steps: [...way.steps, control.key] };
        await this.explore(this.where);
      }
      this.where = (await this.goBack(screen, address)) ? way : undefined;
    }
  }

  /** Leaves what was opened. @returns whether the screen is as it was */
  private async goBack(screen: readonly Control[], address: string): Promise<boolean> {
    const keys = outlineOf(screen);
    if (this.page.url() !== address) {
      await this.page.evaluate(() => window.history.back()).catch(() => undefined);
      await this.quiet();
    } else if (outlineOf(await this.list()) !== keys) {
      await this.page.keyboard.press('Escape');
      await this.quiet();
    }
    return this.page.url() === address && outlineOf(await this.list()) === keys;
  }

  private claim(control: Control, way: Way): boolean {
    const known = this.keyOf(control, way);
    if (this.findings.claimed.has(known)) return false;
    const reason = exemptionOf(control);
    if (reason === undefined) this.findings.claimed.add(known);
    else this.findings.exempt.set(reason, (this.findings.exempt.get(reason) ?? new Set()).add(known));
    return reason === undefined;
  }

  private keyOf({ key, isOpener }: Control, { steps }: Way): string {
    return withoutNames([...(isOpener ? [this.role] : []), ...(SHARED_PARTS.test(key) ? steps : []), key].join(' > '));
  }

  /** @returns whether it was there and did something */
  private async press(key: string, way: Way): Promise<boolean> {
    const index = await this.find(key, way);
    const at: Dead = { path: way.place.path, steps: way.steps, key };
    if (index === -1) this.findings.lost.push(at);
    else if (await this.hasEffect(index)) this.findings.alive.add([at.path, ...at.steps, key].join(' > '));
    else this.findings.dead.push(at);
    return this.findings.dead.at(-1) !== at && this.findings.lost.at(-1) !== at;
  }

  /** The place of a control on the screen; what was pressed before may have changed that one. */
  private async find(key: string, way: Way): Promise<number> {
    const findIt = async () => {
      const screen = await this.list();
      const exactly = screen.findIndex((one) => one.key === key);
      return exactly === -1 ? screen.findIndex((one) => withoutNames(one.key) === withoutNames(key)) : exactly;
    };
    const index = await findIt();
    if (index !== -1 || (this.where === way && !(await this.goAfresh(way)))) return index;
    for (const end = Date.now() + FOUND_WITHIN_MS; Date.now() < end;) {
      const late = await findIt();
      if (late !== -1) return late;
      await pause();
    }
    return -1;
  }

  private async hasEffect(index: number): Promise<boolean> {
    this.effects.forget();
    const changed = await this.page
      .evaluate(press, { index, withinMs: EFFECT_WITHIN_MS })
      // A page that goes away while it is asked has gone somewhere.
      .catch((error: unknown) => /context was destroyed|navigat/u.test(String(error)));
    return changed || this.effects.areThere;
  }

  private list(): Promise<Control[]> {
    return this.page.evaluate(LIST.run, LIST.selector);
  }

  /** Comes to a screen, by its last step where that is enough. @returns whether the way could be gone */
  private async go(way: Way): Promise<boolean> {
    const [before, last] = [{ ...way, steps: way.steps.slice(0, -1) }, way.steps.at(-1)];
    if (last === undefined || outlineOf(await this.list()) !== this.outlines.get(nameOf(before)))
      return this.goAfresh(way);
    if (!(await this.press(last, before))) return this.goAfresh(way);
    await this.quiet();
    this.where = way;
    return true;
  }

  /** Comes to a screen as if nothing had been pressed before. @returns whether the way could be gone */
  private async goAfresh(way: Way): Promise<boolean> {
    this.effects.startAfresh();
    await this.page.goto('about:blank');
    await this.page.goto(way.place.path);
    await this.quiet(QUIET_AT_FIRST_MS);
    await way.place.prepare?.(this.page);
    await this.quiet(QUIET_AT_FIRST_MS);
    for (const [count, key] of way.steps.entries()) {
      if (!(await this.press(key, { place: way.place, steps: way.steps.slice(0, count) }))) return false;
      await this.quiet();
    }
    this.where = way;
    return true;
  }

  /** Waits until the page waits for nothing and nothing changes in it. */
  private async quiet(forMs = QUIET_MS): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const quiet = await this.page.evaluate(quietFor).catch(() => 0);
      if (quiet >= forMs && this.effects.isQuiet) return;
      await pause();
    }
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 40));
}

function nameOf({ place: { path }, steps }: Way): string {
  return [path, ...steps].join(' > ');
}

function outlineOf(screen: readonly Control[]): string {
  return withoutNames(screen.map(({ key }) => key).join());
}
