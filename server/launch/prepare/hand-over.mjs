import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';

/** Becomes `node …args`: the same process where the system can do that, so that no launcher stays in memory. */
export function becomeProgram(args) {
  if (typeof process.execve !== 'function') return runProgram(process.execPath, args);
  process.removeAllListeners('warning'); // of the experimental kind, for the line below
  process.execve(process.execPath, [process.execPath, ...args], environment(process.execPath));
}

/** Runs `node …args` as a child, hands on the signals that only we get, and ends as it ends. */
export function runProgram(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', env: environment(node) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node} cannot be run: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

// Programs that look for `node` on the PATH, npm among them, must find the same one.
function environment(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}
