import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PROGRAMS_AND_DATA = /\.(?:sqlite3?|db|exe|dll|so|dylib|msi|dump|bak|pem|key|p12|pfx)$/iu;
const ASSIGNED_SECRET = /^(?!\s*#)\s*(?:[A-Z_]*(?:SECRET|PASSWORD|TOKEN|ACCESS_KEY)[A-Z_]*)=(?!$|\$\{)\S+/mu;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u;

/** What a file gives away, or brings that is not ours. */
function faultOf(name: string, text: string): string | undefined {
  if (PROGRAMS_AND_DATA.test(name)) return 'a program, a database or a key';
  if (PRIVATE_KEY.test(text)) return 'a private key';
  if (/(?:^|\/)[^/]*\.?env(?:\.example)?$/u.test(name) && ASSIGNED_SECRET.test(text)) return 'a secret that is set';
  return undefined;
}

describe('D36: the repository', () => {
  it('holds no program, no database, no key and no secret that is set', () => {
    const names = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
    expect(names.length).toBeGreaterThan(500);
    const readable = names.filter((name) =>
      /\.(?:env|example|ya?ml|json|mjs|ts|md|cfg|sh)$|(?:^|\/)[^.]+$/u.test(name),
    );
    const texts = new Map(readable.map((name) => [name, readFileSync(name, 'utf8')]));
    const faults = names.map((name) => [name, faultOf(name, texts.get(name) ?? '')]).filter(([, fault]) => fault);
    expect(faults).toEqual([]);
  });

  it.each([
    ['db.sqlite3', ''],
    ['redis-server.exe', ''],
    ['docker/.env', 'SECRET_KEY=django-insecure'],
    ['.env.example', '# a comment\nSMTP_PASSWORD=hunter2'],
    ['server/key.ts', ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')],
  ])('is seen to, should it hold %s', (name, text) => {
    expect(faultOf(name, text)).toBeDefined();
  });

  it('may say which secrets there are', () => {
    expect(
      faultOf('.env.example', '# SECRET_KEY=\nSECRET_KEY=\nPOSTGRES_PASSWORD=${POSTGRES_PASSWORD}'),
    ).toBeUndefined();
  });
});
