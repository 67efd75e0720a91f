import { resolve } from 'node:path';
import { runNode } from '../stages/run-command.mjs';
import { SECRET_KEY } from './nodes.mjs';

/** What `npm run verify` says of the house. @returns {Promise<string[]>} its table when something is wrong */
export async function verify(house) {
  const env = { DATA_DIR: house.dataDir, DATABASE_URL: house.database.url, SECRET_KEY, LOG_LEVEL: 'error' };
  const { code, output } = await runNode([resolve('dist/server/admin/cli.js'), 'verify'], { env });
  return code === 0 ? [] : [`verify ended with ${code}:\n${output}`];
}
