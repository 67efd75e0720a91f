import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

/**
 * What the tests use besides Node: where it may be, the Debian package that brings it, and the specs that need it.
 * `works` says more than that it is there: whether it does here what the specs want of it.
 */
export const TOOLS = [
  {
    name: 'chromium',
    paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    debian: 'chromium',
    specs: ['/test/browser/', '/test/screenshots/'],
  },
  {
    name: 'redis-server',
    paths: ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'],
    debian: 'redis-server',
    specs: ['/test/api/two-processes', '/test/chaos/run'],
  },
  {
    name: 'haproxy',
    paths: ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy', '/opt/homebrew/bin/haproxy'],
    debian: 'haproxy',
    specs: ['/test/chaos/run'],
  },
  {
    name: 'haproxy',
    paths: ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy', '/opt/homebrew/bin/haproxy'],
    debian: 'haproxy',
    specs: ['/test/checks/proxy', '/test/api/nodes-proxy'],
  },
  {
    name: 'openssl',
    paths: ['/usr/bin/openssl', '/opt/homebrew/bin/openssl'],
    debian: 'openssl',
    specs: ['/test/checks/proxy'],
  },
  {
    name: 'unshare (and root, who may mount)',
    paths: ['/usr/bin/unshare'],
    debian: 'util-linux',
    specs: ['/test/launch/full-disk'],
    works: () => spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/tmp']).status === 0,
  },
];

/** The program of a tool. @throws Error when this computer lacks it */
export function toolPath(name) {
  const found = TOOLS.find((tool) => tool.name === name)?.paths.find(existsSync);
  if (!found) throw new Error(`There is no ${name} on this computer.`);
  return found;
}

/** Patterns of the specs that cannot run here; none on a build server, where a missing tool is a failure. */
export function leftOut(tools = TOOLS, isBuildServer = process.env.CI === 'true') {
  return isBuildServer ? [] : missing(tools).flatMap(({ specs }) => specs);
}

/** The tools of `tools` that this computer lacks. */
export function missing(tools = TOOLS) {
  return tools.filter(({ paths, works }) => !paths.some(existsSync) || works?.() === false);
}

/** Installs what is missing where that can be done unasked: as root on Debian. Elsewhere it names it. */
export async function toolsStep() {
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await install(missing());
  const absent = missing();
  if (absent.length === 0) return { passed: TOOLS.length, failed: 0, output: '' };
  const output = `Missing: ${absent.map(({ name }) => name).join(', ')}. On Debian: apt-get install ${absent.map(({ debian }) => debian).join(' ')}`;
  const isFailure = process.env.CI === 'true';
  const counts = {
    passed: TOOLS.length - absent.length,
    failed: isFailure ? absent.length : 0,
    skipped: isFailure ? 0 : absent.length,
  };
  return { ...counts, output, note: output };
}

async function install(tools) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const words = ['install', '--yes', '--no-install-recommends', ...tools.map(({ debian }) => debian)];
  const first = await runCommand('apt-get', words, { env });
  if (first.code === 0) return;
  await runCommand('apt-get', ['update'], { env });
  await runCommand('apt-get', words, { env });
}
