import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolPath } from '../stages/tools.mjs';
import { planted } from './planted.js';

describe('the proxy', () => {
  const check = (text: string): { status: number | null; output: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'roomers-proxy-'));
    const certificate = join(folder, 'tls.pem');
    const config = join(folder, 'haproxy.cfg');
    const key = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-subj',
      '/CN=x',
    ];
    const made = spawnSync(toolPath('openssl'), [...key, '-keyout', '-', '-days', '1'], { encoding: 'utf8' });
    writeFileSync(certificate, made.stdout);
    writeFileSync(config, text.replace('/etc/haproxy/tls.pem', certificate));
    const { status, stderr, stdout } = spawnSync(toolPath('haproxy'), ['-c', '-f', config], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return { status, output: stdout + stderr };
  };

  it('takes its configuration, and not one with a fault', () => {
    const text = readFileSync('docker/haproxy.cfg', 'utf8');
    expect(check(text).output).not.toContain('ALERT');
    expect(check(text).status).toBe(0);
    expect(check(planted(text, 'balance leastconn', 'balance fairly')).status).toBe(1);
    expect(check(planted(text, 'default_backend web', 'default_backend nodes')).status).toBe(1);
  });
});
