import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { ChatUser } from '../kit/api/chat-user.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { postmasterPid, query } from '../kit/server-processes.js';

describe('npm run verify', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  function verify(...words: string[]): Promise<{ code: number; output: string; errors: string }> {
    const env = { PATH: process.env['PATH'], DATA_DIR: folder.path };
    return new Promise((done) => {
      execFile(process.execPath, ['dist/server/admin/cli.js', 'verify', ...words], { env }, (error, output, errors) =>
        done({ code: error === null ? 0 : Number(error.code), output, errors }),
      );
    });
  }

  async function furnish(address: string): Promise<{ ann: ChatUser; postId: string }> {
    const account = { username: 'ann', email: 'ann@example.test', password: 'correct horse battery' };
    const ann = await ChatUser.register(address, account);
    const { chatPost } = await ann.createRoom({ name: 'Reading group' });
    await ann.sendAll(chatPost.id, ['one', 'two', 'three']);
    return { ann, postId: chatPost.id };
  }

  it('looks at a database in use and leaves it alone; says no when something is wrong, and where', async () => {
    const program = await Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' });
    const { ann, postId } = await furnish(program.address);
    const state = { isOver: false };
    const writing = (async () => {
      while (!state.isOver) await ann.send(postId);
    })();
    const healthy = await verify();
    expect(healthy).toMatchObject({ code: 0, errors: '' });
    expect(healthy.output.split('\n').slice(0, 2)).toEqual([
      'Check                                                Looked at   Faults  First of them',
      'Messages of a post are numbered without a gap                1        0',
    ]);
    expect(healthy.output).toMatch(/\nNothing is wrong\.\n$/);
    state.isOver = true;
    await writing;
    await query(folder.path, 'update post_heads set last_seq = last_seq + 1 where post_id = $1', [postId]);
    const damaged = await verify('--room', 'reading-group');
    expect(damaged).toMatchObject({ code: 1, errors: '' });
    expect(damaged.output).toContain(
      `Heads say what is there                                      1        1  ${postId}`,
    );
    expect(damaged.output).toMatch(/\n1 fault\.\n$/);
    expect((await fetch(`${program.address}/api/health/ready`)).status).toBe(200);
    await program.stop();
    expect((await verify()).code).toBe(1);
  });

  it('says that it could not look: no database, no such room, wrong words', async () => {
    expect(await verify()).toMatchObject({ code: 2, errors: expect.stringContaining('There is no database below') });
    const program = await Program.start({ DATA_DIR: folder.path });
    expect(await verify('--room', 'nowhere')).toMatchObject({ code: 2, errors: 'There is no room nowhere.\n' });
    const help = await verify('--help');
    expect([help.code, help.output]).toEqual([0, expect.stringContaining('--room <slug>')]);
    expect(help.output).toContain('Usage: npm run admin -- verify [options]');
    await program.stop();
    expect(await verify('--rooms')).toMatchObject({ code: 2, errors: expect.stringContaining('--rooms') });
    // The database that was started for it must not stay behind.
    expect(() => postmasterPid(folder.path)).toThrow();
  });
});
