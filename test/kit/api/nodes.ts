import { startRedis, type TestRedis } from '../redis.js';
import { TestServer } from './test-server.js';

/** A server with a Redis, beside which others can be started; both end with it. */
export async function startWithRedis(
  variables: Readonly<Record<string, string>> = {},
): Promise<{ redis: TestRedis; server: TestServer }> {
  const redis = await startRedis();
  const server = await TestServer.start({ REDIS_URL: redis.url, ...variables });
  server.onStop(() => redis.stop());
  return { redis, server };
}
