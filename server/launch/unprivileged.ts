import { spawnSync } from 'node:child_process';
import { StartupError } from '../platform/config/startup-error.js';

const UNSHARE = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it is "nobody" to itself and still the owner of
 * its files, so that nothing has to change hands.
 * @returns the words that start `command`, which keeps its process id
 * @throws StartupError as root where the computer forbids user namespaces
 */
export function unprivileged(command: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, [...args]];
  checkNamespaces();
  return [UNSHARE[0] ?? '', [...UNSHARE.slice(1), command, ...args]];
}

let areNamespacesAllowed: boolean | undefined;

function checkNamespaces(): void {
  areNamespacesAllowed ??= spawnSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'true']).status === 0;
  if (areNamespacesAllowed) return;
  throw new StartupError([
    'PostgreSQL refuses to run as root, and user namespaces are not allowed here: start as an ordinary user',
  ]);
}
