interface Facts {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: Facts;
}

interface DatabaseFault {
  readonly code?: unknown;
  readonly constraint?: unknown;
}

/**
 * What the log may say about an error. Errors of the database carry the statement and its values, which are what
 * people wrote: of them only the code, the constraint and where it happened are kept.
 */
export function errorFields(error: unknown): Facts {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const fault = (error as { driverError?: DatabaseFault }).driverError ?? (error as DatabaseFault);
  const isDatabase = 'driverError' in error || 'severity' in error;
  const code = text(fault.code);
  const constraint = text(fault.constraint);
  return {
    type: error.name,
    message: isDatabase ? `The database refused: ${code ?? 'no code'}` : error.message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.stack === undefined ? {} : { stack: isDatabase ? frames(error.stack) : error.stack }),
    ...causeOf(error),
  };
}

function causeOf({ cause }: Error): { cause?: Facts } {
  return cause === undefined ? {} : { cause: errorFields(cause) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

// The first lines of a stack repeat the message.
function frames(stack: string): string {
  return stack.slice(Math.max(0, stack.search(/^\s+at /m)));
}
