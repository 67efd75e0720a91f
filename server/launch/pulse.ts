import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const BEAT_MS = 10_000;

/** Keeps a file of the data folder young for as long as this process does anything: a worker has no port to ask (`docker/healthcheck.mjs`). */
export function keepPulse(dataDir: string): void {
  // Workers of other computers may share the folder.
  const file = join(dataDir, `worker-${hostname()}.alive`);
  const beat = (): void => {
    try {
      writeFileSync(file, '', { mode: 0o600 });
    } catch {
      // On a full disk there is no pulse, and the work goes on.
    }
  };
  beat();
  setInterval(beat, BEAT_MS).unref();
}
