import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive } from '../../server/launch/processes.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { eventually } from '../kit/eventually.js';
import { postmasterPid } from '../kit/server-processes.js';

/** A program whose app does what `faults` say and nothing else. */
function programWith(faults: string): string {
  const app = `{ listen: async () => undefined, close: async () => undefined, getHttpServer: () => ({ address: () => ({ port: 1 }) }), ...${faults} }`;
  return `
    import ${JSON.stringify(`${process.cwd()}/node_modules/reflect-metadata/Reflect.js`)};
    import { launch } from ${JSON.stringify(`${process.cwd()}/dist/server/launch/launch.js`)};
    await launch(async () => ({ createApp: async () => (${app}), needsOwner: async () => false }));`;
}

describe('a program with a fault', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  const start = (faults: string): Promise<Program> => Program.start({ DATA_DIR: folder.path }, programWith(faults));

  it('stops its database when nobody caught it', async () => {
    const program = await start("{ listen: async () => void setTimeout(() => { throw new Error('planted'); }, 500) }");
    const database = postmasterPid(folder.path);
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.output).toContain('planted');
    expect(isAlive(database)).toBe(false);
  });

  it('ends within its time when the app never does, and stops the database all the same', async () => {
    const program = await start('{ close: () => new Promise((resolve) => setTimeout(resolve, 60_000)) }');
    const database = postmasterPid(folder.path);
    expect(await program.stop()).toEqual({ code: 1, signal: null });
    expect(program.output).toContain('The app: not finished after 12 s');
    expect(isAlive(database)).toBe(false);
  });

  it('ends at once at a second Ctrl-C', async () => {
    const program = await start('{ close: () => new Promise((resolve) => setTimeout(resolve, 60_000)) }');
    const database = postmasterPid(folder.path);
    process.kill(program.pid, 'SIGINT');
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await program.stop('SIGINT')).toEqual({ code: 1, signal: null });
    await eventually(() => {
      expect(isAlive(database)).toBe(false);
      return Promise.resolve();
    });
  });
});
