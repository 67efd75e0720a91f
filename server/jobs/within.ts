/** What `work` gives, unless it takes longer. @throws Error when it does; the work itself goes on */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Not done within ${String(milliseconds / 1_000)} s.`));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

interface Connected {
  close: () => Promise<void>;
  disconnect: () => Promise<void>;
}

/**
 * Closes a queue or worker; one that cannot be closed in time is cut off: a job runs long, or what keeps the jobs is away.
 * @returns whether it was closed
 */
export async function closeWithin(milliseconds: number, connected: Connected): Promise<boolean> {
  try {
    await within(milliseconds, connected.close());
    return true;
  } catch {
    await within(1_000, connected.disconnect()).catch(() => undefined);
    // Nest closes it once more, and would wait for what has not come in time.
    connected.close = () => Promise.resolve();
    return false;
  }
}
