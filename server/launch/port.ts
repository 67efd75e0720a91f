import { createServer } from 'node:net';
import { StartupError } from '../platform/config/startup-error.js';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it; stop that one or choose another PORT',
  EACCES: 'ports below 1024 need more rights; choose another PORT',
  EADDRNOTAVAIL: 'this computer has no such address; change HOST',
  ENOTFOUND: 'this computer knows no such name; change HOST',
};

/**
 * Sees to it, before anything else is started, that the port can be had.
 * @throws StartupError when it cannot
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(listenError(error, host, port) ?? error);
    });
    server.listen(port, host, () => {
      server.close(() => {
        resolve();
      });
    });
  });
}

/** What a failed `listen` means, in one line; undefined for an error of another kind. */
export function listenError(error: unknown, host: string, port: number): StartupError | undefined {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined
    ? undefined
    : new StartupError([`Cannot listen on ${host} port ${String(port)}: ${reason}`]);
}
