import { resolve } from 'node:path';
import { startServer } from './running.mjs';

const READY = /^ {2}Open {8}(\S+)$/m;

/** Starts the built program as `npm start` does, with everything on but the rate limits. */
export function startRoomers(dataDir, port = 0) {
  return startServer('dist/server/main.js', [], READY, {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '65536',
      MALLOC_TRIM_THRESHOLD_: '65536',
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    },
  });
}

/** A module of the built server: for what only the program itself can say, such as where its database is. */
export const ofServer = (path) => import(resolve('dist/server', path));
