import { perLanguage } from './language';

const LISTS = {
  and: perLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' })),
  or: perLanguage((tag) => new Intl.ListFormat(tag, { type: 'disjunction' })),
};

/** `a.org, b.org or c.org`, as the language has it; empty for none. */
export function listed(names: readonly string[], by: keyof typeof LISTS): string {
  return LISTS[by]().format(names);
}
