/** Whether two lists hold the same things in the same order: what is drawn of one need not be drawn again. */
export function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
