import { describe, expect, it } from '@jest/globals';
import { Config } from '../platform/config/config.js';
import { parseEnvironment } from '../platform/config/read-environment.js';
import { banner } from './banner.js';

function shown(variables: Record<string, string>, needsOwner = true): string {
  const config = new Config(parseEnvironment(variables), 'a key that is long enough for everything');
  const address = config.servesHttp ? config.publicUrl : undefined;
  return banner({ config, address, milliseconds: 1840, needsOwner });
}

describe('the block at the start', () => {
  it('says where, what to do first and how others get in', () => {
    const text = shown({ DATA_DIR: '/srv/roomers' });
    expect(text).toContain('ready after 1.8 s');
    expect(text).toContain('Open        http://127.0.0.1:3000\n');
    expect(text).toContain('Data        /srv/roomers\n');
    expect(text).toContain('HOST=0.0.0.0 npm start');
    expect(text).toContain('the first account is the owner');
    expect(text).not.toContain('Set-up code');
  });

  it('gives the set-up code, and what needs https, where others can reach it', () => {
    const text = shown({ HOST: '0.0.0.0' });
    expect(text).toMatch(/Set-up code \w{4}-\w{4}-\w{4}/);
    expect(text).toContain('only with https');
    expect(shown({ HOST: '0.0.0.0' }, false)).not.toMatch(/Set-up code|First/);
  });

  it('gives the public address where there is one', () => {
    for (const HOST of ['0.0.0.0', '127.0.0.1']) {
      const text = shown({ HOST, PUBLIC_URL: 'https://chat.example.org' });
      expect(text).toContain('Colleagues  https://chat.example.org');
      expect(text).not.toContain('only with https');
    }
  });

  it('is loud about limits that are off', () => {
    expect(shown({ RATE_LIMITS: 'off' })).toContain('Warning     RATE_LIMITS=off');
    expect(shown({})).not.toContain('Warning');
  });

  it('is short for a process that answers nobody', () => {
    const text = shown({
      ROLE: 'worker',
      DATABASE_URL: 'postgres://x/y',
      SECRET_KEY: 'a key that is long enough for everything',
    });
    expect(text).toContain('Roomers runs jobs');
    expect(text).not.toMatch(/Open|Colleagues|First/);
  });
});
