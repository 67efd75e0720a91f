import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolPath } from '../stages/tools.mjs';
import { freePort, Process } from './processes.mjs';

/** What stands before the nodes: no sticky sessions, and one that does not answer for some seconds is left alone. */
const settings = (port, ports) => `
global
  maxconn 4000
defaults
  mode http
  option redispatch
  option http-server-close
  retries 2
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  timeout check 2s
frontend people
  bind 127.0.0.1:${port}
  default_backend nodes
backend nodes
  balance roundrobin
  option httpchk GET /api/health/live
  default-server check inter 1s fall 3 rise 1 on-marked-down shutdown-sessions
${ports.map((target, index) => `  server node${index + 1} 127.0.0.1:${target}`).join('\n')}
`;

/** Starts haproxy before the nodes that answer at these ports. */
export async function startProxy(folder, ports) {
  const port = await freePort();
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, settings(port, ports));
  const address = `http://127.0.0.1:${port}`;
  const isReady = async () => (await fetch(`${address}/api/health/live`)).ok;
  const proxy = new Process({
    command: toolPath('haproxy'),
    words: ['-f', file, '-db'],
    log: join(folder, 'proxy.log'),
    isReady,
  });
  await proxy.start();
  return { address, stop: () => proxy.stop() };
}
