import { Config } from '../../server/platform/config/config.js';
import type { DatabaseAddress } from '../../server/platform/config/database-address.js';
import { parseEnvironment } from '../../server/platform/config/read-environment.js';

/** A configuration as `npm start` would make it from `variables`, on a database of the caller. */
export function testConfig(database: DatabaseAddress, variables: Record<string, string> = {}): Config {
  const given = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '10', ...variables };
  const config = new Config(parseEnvironment(given), 'a key that only the tests know, long enough');
  return Object.freeze(Object.assign(Object.create(Config.prototype) as Config, config, { database }));
}
