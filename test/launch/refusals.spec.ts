import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { Program, temporaryFolder } from '../kit/program.js';

describe('a start that cannot be', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  async function refusal(variables: Record<string, string>): Promise<string[]> {
    const program = Program.begin({ DATA_DIR: folder.path, ...variables });
    const { code } = await program.ended;
    expect(code).toBe(1);
    const lines = program.output.trim().split('\n');
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
    return lines;
  }

  it('names every broken variable at once and makes nothing', async () => {
    const lines = await refusal({ PORT: 'http', LOG_LEVEL: 'loud', TRUST_PROXY: 'yes', SECRET_KEY: 'short' });
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'TRUST_PROXY', 'SECRET_KEY']);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('names a port that is taken, before any database is made', async () => {
    const server = await listening();
    const { port } = server.address() as AddressInfo;
    const lines = await refusal({ PORT: String(port) });
    server.close();
    expect(lines).toEqual([expect.stringContaining(`port ${port}: another program uses it`)]);
    expect(readdirSync(folder.path)).toEqual(['secret.key']);
  });

  it('names an address that this computer does not have', async () => {
    expect(await refusal({ HOST: '203.0.113.7' })).toEqual([expect.stringContaining('no such address')]);
  });

  it('names a folder that cannot be written', async () => {
    writeFileSync(join(folder.path, 'a-file'), '');
    expect(await refusal({ DATA_DIR: join(folder.path, 'a-file', 'data') })).toEqual([
      expect.stringContaining('cannot be written'),
    ]);
    expect(await refusal({ DATA_DIR: '/proc/roomers' })).toEqual([expect.stringContaining('cannot be written')]);
  });

  it('refuses the folder of another major of PostgreSQL and leaves it as it is', async () => {
    mkdirSync(join(folder.path, 'postgres'));
    writeFileSync(join(folder.path, 'postgres', 'PG_VERSION'), '17\n');
    expect(await refusal({})).toEqual([expect.stringContaining('PostgreSQL 17')]);
    expect(readdirSync(join(folder.path, 'postgres'))).toEqual(['PG_VERSION']);
    expect(readdirSync(folder.path)).not.toContain('roomers.lock');
  });

  it('shows the last messages of a database that does not come up', async () => {
    const program = await Program.start({ DATA_DIR: folder.path });
    await program.stop();
    writeFileSync(join(folder.path, 'postgres', 'postgresql.conf'), 'nonsense = on\n');
    expect((await refusal({})).join('\n')).toContain('unrecognized configuration parameter "nonsense"');
  });
});

async function listening(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
