/** True when a statement failed on the named constraint or unique index. */
export function violates(error: unknown, constraint: string): boolean {
  const cause = error as { constraint?: unknown; driverError?: { constraint?: unknown } };
  return cause.constraint === constraint || cause.driverError?.constraint === constraint;
}
