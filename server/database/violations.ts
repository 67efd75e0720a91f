interface Cause {
  code?: unknown;
  constraint?: unknown;
}

/** True when a statement failed on the named constraint or unique index. */
export function violates(error: unknown, constraint: string): boolean {
  const cause = error as Cause & { driverError?: Cause };
  return cause.constraint === constraint || cause.driverError?.constraint === constraint;
}

/** True when a statement was ended because it took longer than it may. */
export function tookTooLong(error: unknown): boolean {
  const cause = error as Cause & { driverError?: Cause };
  return (cause.driverError?.code ?? cause.code) === '57014';
}
