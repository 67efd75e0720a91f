// Ends well while the program of this container runs: by its port, or without one, as a worker, by the file that it keeps young.
// The engine ends one that waits too long.
import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const { ROLE, PORT, DATA_DIR } = process.env;
const STALE_MS = 30_000;

async function isAlive() {
  if (ROLE === 'worker') return Date.now() - statSync(join(DATA_DIR, `worker-${hostname()}.alive`)).mtimeMs < STALE_MS;
  return (await fetch(`http://127.0.0.1:${PORT}/api/health/live`)).ok;
}

process.exitCode = (await isAlive().catch(() => false)) ? 0 : 1;
