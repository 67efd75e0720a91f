import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { TestServer } from '../kit/api/test-server.js';

describe('the health check of a container', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  function check(variables: Record<string, string>): number | null {
    const env = { DATA_DIR: server.dataDir, PORT: new URL(server.address).port, ...variables };
    return spawnSync(process.execPath, ['docker/healthcheck.mjs'], { env }).status;
  }

  it('asks the port of a process that has one', () => {
    expect([check({}), check({ ROLE: 'web' }), check({ PORT: '1' })]).toEqual([0, 0, 1]);
  });

  it('looks at the file of a worker, which is young while it runs', async () => {
    expect(check({ ROLE: 'worker' })).toBe(1);
    const worker = await server.startBeside({ ROLE: 'worker' });
    expect(check({ ROLE: 'worker' })).toBe(0);
    await worker.stop('SIGKILL');
    const old = Date.now() / 1_000 - 31;
    utimesSync(join(server.dataDir, `worker-${hostname()}.alive`), old, old);
    expect(check({ ROLE: 'worker' })).toBe(1);
  });

  it('finds a worker that stands still, and one that goes on', async () => {
    const worker = await server.startBeside({ ROLE: 'worker' });
    const file = join(server.dataDir, `worker-${hostname()}.alive`);
    const makeOld = (): void => utimesSync(file, Date.now() / 1_000 - 31, Date.now() / 1_000 - 31);
    process.kill(worker.pid, 'SIGSTOP');
    makeOld();
    await new Promise((done) => setTimeout(done, 11_000));
    expect(check({ ROLE: 'worker' })).toBe(1);
    process.kill(worker.pid, 'SIGCONT');
    await new Promise((done) => setTimeout(done, 11_000));
    expect(check({ ROLE: 'worker' })).toBe(0);
  });
});
