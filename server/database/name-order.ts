/**
 * SQL of what rows are sorted by, one after the other, by name: in the order of code points, whatever the database's locale is. A
 * row that an older program made has no key yet, and is sorted by its name.
 */
export function nameOrder(row: string, name: string): string {
  return `coalesce(${row}.sort_key, left(lower(${row}.${name}), 60)) collate "C"`;
}
