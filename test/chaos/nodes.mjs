import { resolve } from 'node:path';
import { freePort, Process } from './processes.mjs';

/** The same on every node: it signs the tokens. */
export const SECRET_KEY = 'a key that only the chaos knows, long enough';

const READY = /^Roomers (?:is ready|runs jobs) after/m;

/** A process of the built program. @returns {Promise<{ port: number, process: Process }>} not started yet */
export async function makeNode({ role, folder, databaseUrl, redisPort, log }) {
  const port = role === 'web' ? await freePort() : 0;
  const env = {
    PATH: process.env.PATH,
    ROLE: role,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '8',
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    SECRET_KEY,
    RATE_LIMITS: 'off',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
  };
  const words = [resolve('dist/server/main.js')];
  const isReady = ({ output }) => READY.test(output);
  return { port, process: new Process({ command: process.execPath, words, env, cwd: folder, log, isReady }) };
}
