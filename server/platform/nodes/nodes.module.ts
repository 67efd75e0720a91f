import { Global, Module } from '@nestjs/common';
import { NodeBus } from './node-bus.js';
import { RedisLink } from './redis-link.js';

/** What the processes of one deployment share besides the database; does nothing without REDIS_URL. */
@Global()
@Module({ providers: [NodeBus, RedisLink], exports: [NodeBus, RedisLink] })
export class NodesModule {}
