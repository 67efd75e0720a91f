import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** The unix socket of the embedded server. */
export interface SocketAddress {
  readonly kind: 'socket';
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

/** Where PostgreSQL answers: a server somebody else runs, or the embedded one. */
export type DatabaseAddress = { readonly kind: 'url'; readonly url: string } | SocketAddress;

// sun_path holds 107 bytes and a NUL; the socket is called `.s.PGSQL.5432`.
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432'.length;

/** The folder of the embedded server's socket: beside the data, or a short one where that path is too long. */
export function socketFolder(dataDir: string): string {
  const beside = join(dataDir, 'run');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER) return beside;
  const name = createHash('sha256')
    .update(`${dataDir}\0${String(userInfo().uid)}`)
    .digest('hex')
    .slice(0, 16);
  // Not what TMPDIR says: a command from another terminal must find the same folder.
  return `/tmp/roomers-${name}`;
}

/** How the program reaches its own PostgreSQL for the data in `dataDir`. */
export function embeddedAddress(dataDir: string, database = 'roomers'): SocketAddress {
  return { kind: 'socket', host: socketFolder(dataDir), user: 'roomers', database };
}
