import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const ROOT = process.cwd();

/** For every rule: a file, and the import in it that the rule must refuse. */
const PLANTED: Readonly<Record<string, readonly [file: string, target: string]>> = {
  'contracts-imports': ['libs/contracts/bad.dto.ts', 'server/platform/clock.ts'],
  'platform-imports': ['server/platform/bad.ts', 'server/users/users.service.ts'],
  'database-imports': ['server/database/bad.ts', 'server/events/bus.ts'],
  'events-imports': ['server/events/bad.ts', 'server/rooms/rooms.service.ts'],
  'jobs-imports': ['server/jobs/bad.ts', 'server/attachments/attachments.service.ts'],
  'mail-imports': ['server/mail/bad.ts', 'server/users/users.service.ts'],
  'emitter-imports': ['server/realtime/emitter/bad.ts', 'server/rooms/rooms.service.ts'],
  'organisation-imports': ['server/organisation/bad.ts', 'server/audit/audit-log.ts'],
  'audit-imports': ['server/audit/bad.ts', 'server/organisation/organisation.service.ts'],
  'users-imports': ['server/users/bad.ts', 'server/rooms/rooms.service.ts'],
  'invites-imports': ['server/invites/bad.ts', 'server/rooms/rooms.service.ts'],
  'auth-imports': ['server/auth/bad.ts', 'server/rooms/rooms.service.ts'],
  'profiles-imports': ['server/profiles/bad.ts', 'server/rooms/rooms.service.ts'],
  'rooms-imports': ['server/rooms/bad.ts', 'server/posts/posts.service.ts'],
  'attachments-imports': ['server/attachments/bad.ts', 'server/messages/messages.service.ts'],
  'posts-imports': ['server/posts/bad.ts', 'server/messages/messages.service.ts'],
  'messages-imports': ['server/messages/bad.ts', 'server/sync/sync.service.ts'],
  'images-imports': ['server/images/bad.ts', 'server/messages/messages.service.ts'],
  'composers-imports': ['server/sync/bad.ts', 'server/realtime/gateways/messages.gateway.ts'],
  'admin-imports': ['server/admin/bad.ts', 'server/realtime/gateways/messages.gateway.ts'],
  'gateways-imports': ['server/realtime/gateways/bad.ts', 'server/admin/admin.service.ts'],
  'launch-imports': ['server/launch/bad.ts', 'server/users/users.service.ts'],
  'client-imports': ['client/src/bad.ts', 'server/users/users.service.ts'],
  'known-places': ['server/somewhere/bad.ts', 'libs/contracts/limits.ts'],
  'no-one-imports-launch': ['server/users/bad-launch.ts', 'server/launch/lock-file.ts'],
  'no-private-parts': ['server/posts/bad-private.ts', 'server/rooms/rooms.repository.ts'],
  'migrations-import-nothing': ['server/database/migrations/bad.ts', 'server/platform/clock.ts'],
  'client-takes-types-from-dtos': ['client/src/bad-dto.ts', 'libs/contracts/room.dto.ts'],
  'no-tests-in-the-program': ['server/rooms/bad-test.ts', 'test/kit/postgres.ts'],
  'contracts-need-validators-only': ['libs/contracts/bad-node.ts', 'node:fs'],
  'typeorm-stays-low': ['server/rooms/bad-typeorm.service.ts', 'typeorm'],
  'pg-stays-low': ['server/rooms/bad-pg.service.ts', 'pg'],
  'redis-in-nodes': ['server/rooms/bad-redis.ts', 'ioredis'],
  'bullmq-in-jobs': ['server/rooms/bad-queue.ts', 'bullmq'],
  'socket-io-in-realtime': ['server/rooms/bad-socket.ts', 'socket.io'],
  'one-socket-in-the-client': ['client/src/app/rooms/bad-socket.ts', 'socket.io-client'],
  'no-cycles': ['server/rooms/bad-cycle.ts', 'server/rooms/bad-cycle-back.ts'],
  'no-orphans': ['server/rooms/bad-orphan.ts', ''],
  resolvable: ['server/rooms/bad-nowhere.ts', 'server/rooms/nowhere.ts'],
};

function importLine(file: string, target: string): string {
  if (target === '') return 'export const nothing = 1;\n';
  const path = target.endsWith('.ts')
    ? relative(dirname(file), target)
        .replace(/\.ts$/, '.js')
        .replace(/^(?!\.)/, './')
    : target;
  return `import { something } from '${path}';\nexport const used = something;\n`;
}

async function write(folder: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

async function cruise(folder: string): Promise<Violation[]> {
  const program = resolve(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'server', 'client', 'libs'];
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) => done(stdout));
  });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the dependency rules', () => {
  let folder = '';
  let rules: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roomers-rules-'));
    await symlink(resolve(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const file of ['package.json', '.dependency-cruiser.mjs']) await cp(resolve(ROOT, file), join(folder, file));
    const config = (await import('../../.dependency-cruiser.mjs')) as {
      default: { forbidden: { name: string; comment: string }[] };
    };
    rules = config.default.forbidden.map(({ name }) => name);
    expect(config.default.forbidden.filter(({ comment }) => !comment.endsWith('.'))).toEqual([]);
    await Promise.all(
      Object.values(PLANTED).map(async ([file, target]) => {
        const targetNeeded = target.endsWith('.ts') && !target.includes('nowhere');
        if (targetNeeded) await write(folder, target, 'export const something = 1;\n');
        await write(folder, file, importLine(file, target));
      }),
    );
    await write(
      folder,
      'server/rooms/bad-cycle-back.ts',
      importLine('server/rooms/bad-cycle-back.ts', 'server/rooms/bad-cycle.ts'),
    );
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('each have a planted fault, and each refuses it', async () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...rules].sort());
    const violations = await cruise(folder);
    const missed = Object.entries(PLANTED).filter(
      ([rule, [file, target]]) =>
        !violations.some(({ from, rule: { name } }) => name === rule && (from === file || from === target)),
    );
    expect(missed).toEqual([]);
  });

  it('let through what is allowed', async () => {
    const fine = join(folder, 'fine');
    await cp(join(folder, '.dependency-cruiser.mjs'), join(fine, '.dependency-cruiser.mjs'));
    await write(fine, 'server/rooms/rooms.service.ts', 'export const something = 1;\n');
    await write(
      fine,
      'server/posts/posts.service.ts',
      importLine('server/posts/posts.service.ts', 'server/rooms/rooms.service.ts'),
    );
    await write(
      fine,
      'client/src/main.ts',
      "import type { Room } from '../../libs/contracts/room.dto';\nexport type R = Room;\n",
    );
    await write(
      fine,
      'libs/contracts/room.dto.ts',
      "import { IsString } from 'class-validator';\nexport const something = IsString;\n",
    );
    expect(await cruise(fine)).toEqual([]);
  });
});
