import { perLanguage } from './language';

const collator = perLanguage((tag) => new Intl.Collator(tag, { numeric: true }));

/** The order of names in a list: as the language has it, Chinese by pinyin, and numbers in them by their value. */
export function compareNames(one: string, other: string): number {
  return collator().compare(one, other);
}
