import { describe, expect, it } from '@jest/globals';
import type { Config } from '../config/config.js';
import { newCode, newToken, Secrets } from './secrets.js';

const secrets = new Secrets({ secretKey: 'a key that only the tests know' } as Config);
const others = new Secrets({ secretKey: 'the key of somebody else, as long' } as Config);

describe('secrets', () => {
  it('hash the same to the same, by purpose and by key', () => {
    const hash = secrets.hash('code', '123456');
    expect(secrets.hash('code', '123456')).toBe(hash);
    expect([
      secrets.hash('code', '123457'),
      secrets.hash('link', '123456'),
      others.hash('code', '123456'),
    ]).not.toContain(hash);
  });

  it('come out of the seal as they went in, and cannot be seen in it', () => {
    const sealed = secrets.seal({ code: '123456', name: '小雨' });
    expect(secrets.open(sealed)).toEqual({ code: '123456', name: '小雨' });
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('123456');
    expect(secrets.seal({ code: '123456', name: '小雨' })).not.toBe(sealed);
  });

  it('are not opened with another key or after a change', () => {
    const sealed = secrets.seal({ code: '123456' });
    expect(() => others.open(sealed)).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => secrets.open(bytes.toString('base64url'))).toThrow();
  });

  it('are long enough, and each another', () => {
    const codes = Array.from({ length: 2_000 }, newCode);
    expect(codes.filter((code) => !/^\d{6}$/u.test(code))).toEqual([]);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(newToken());
  });
});
