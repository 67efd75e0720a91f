import { resolve } from 'node:path';
import { Config } from '../platform/config/config.js';
import { readEnvironment } from '../platform/config/read-environment.js';
import { keptSecretKey } from '../platform/config/secret-key.js';
import { prepareDataFolder } from './data-folder.js';

/**
 * The configuration of this process; makes the data folder and, unless SECRET_KEY is set, the key kept there.
 * @param options `isCommand` for a command that runs beside the server
 * @throws StartupError with everything that is wrong
 */
export function prepareConfig(options: { isCommand?: boolean } = {}): Config {
  const environment = readEnvironment();
  const dataDir = resolve(environment.DATA_DIR);
  prepareDataFolder(dataDir);
  return new Config(environment, environment.SECRET_KEY ?? keptSecretKey(dataDir), options);
}
