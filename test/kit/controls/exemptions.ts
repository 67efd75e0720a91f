import type { Control } from './in-page.js';

/** Names in the house in which controls are looked for, and what counts or goes by: rows that differ in nothing else are alike. */
const NAMES =
  /机器学习|论文|王磊|Hanna Lindqvist|[Ll]amps|[Ss]hades|[Ww]icks|person\d|(?<=Theme: ).+?(?=")|now|\d+(?: ?(?:min|h|s|kB|B))?/gu;

/** What is not pressed although one sees it, and why. Emoji stand in a tree of their own, which is not looked into: composer.spec.ts does. */
const EXEMPTIONS = {
  here: {
    why: 'A link to where one is, or what is chosen already: there is nothing to do.',
    is: ({ isCurrent }: Control) => isCurrent,
  },
  dragged: {
    why: 'The edge between lists and page is dragged, or moved by arrows: frame.spec.ts does both.',
    is: ({ key }: Control) => key.includes(': separator '),
  },
} as const;

export type Exemption = keyof typeof EXEMPTIONS;

/** Pressed, but what comes of it is not looked at: the same in another language. */
const LEAVES = [/"简体中文"/u];

export function exemptionOf(control: Control): Exemption | undefined {
  return (Object.keys(EXEMPTIONS) as Exemption[]).find((reason) => EXEMPTIONS[reason].is(control));
}

export function isLeaf(key: string): boolean {
  return LEAVES.some((leaf) => leaf.test(key));
}

export function withoutNames(key: string): string {
  return key.replace(NAMES, '…');
}
