import { Config } from '../config/config.js';
import { Environment } from '../config/environment.js';
import { NodeBus } from './node-bus.js';
import { RedisLink } from './redis-link.js';

/** The bus of the only node. */
export function aBus(): NodeBus {
  return new NodeBus(new RedisLink(new Config(new Environment(), '')));
}
