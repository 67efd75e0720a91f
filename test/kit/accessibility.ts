import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { still } from './still.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One rule that a page breaks, and where. */
export interface Violation {
  rule: string;
  nodes: string[];
}

/** What `findViolationsInThemes` finds on a page that everybody can use. */
export const NO_VIOLATIONS = { light: [], dark: [] };

/**
 * Everything that axe finds on the page as it is, nothing excluded. It runs in the page itself ("legacy mode", which leaves
 * out frames of other origins: there are none): a second page for its report would take the focus, and four times as long.
 */
export async function findViolations(page: Page): Promise<Violation[]> {
  // Half shown, everything has too little contrast.
  await still(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(STANDARDS)
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => ({
    rule: id,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
  }));
}

/** The same in both themes, with nothing that moves. */
export async function findViolationsInThemes(page: Page): Promise<Record<'light' | 'dark', Violation[]>> {
  const found = { light: await findViolationsIn(page, 'light'), dark: await findViolationsIn(page, 'dark') };
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}

async function findViolationsIn(page: Page, colorScheme: 'light' | 'dark'): Promise<Violation[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Material's own parts take the other colours frame by frame.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
  });
  return findViolations(page);
}
