import { spawnSync } from 'node:child_process';
import { fail } from './say.mjs';

/** Runs npm under the Node of this process; ends the program when it fails. */
export function runNpm(args) {
  // `npm start` tells its scripts where npm is. Run without npm, there is one on the PATH.
  const cli = process.env.npm_execpath;
  const [command, words] = cli && cli.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args];
  const env = { ...process.env, NODE_ENV: 'development' };
  const result = spawnSync(command, words, { stdio: ['ignore', 2, 2], env });
  if (result.status === 0) return;
  fail(`npm ${args[0]} failed${result.error ? ` (${result.error.message})` : ''}: see above, then start again.`);
}
