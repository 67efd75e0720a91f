/**
 * The program cannot start, and the message is the one line that the person who started it needs.
 * It is printed without a stack and the process ends with code 1.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';

  /** @param problems one line each; several are shown together so that nobody has to start once per mistake */
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
