// npm run dev: the server starts again and the browser reloads whenever a source changes. Open http://localhost:4200, which asks the server on port 3000.
import { spawn } from 'node:child_process';

const PROGRAMS = [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch', '--preserveWatchOutput'],
  ['--watch', '--watch-preserve-output', '--enable-source-maps', '--expose-gc', 'dist/server/main.js'],
  ['node_modules/@angular/cli/bin/ng.js', 'serve', '--port', '4200'],
];

const children = PROGRAMS.map((words) => spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] }));
// In a terminal Ctrl-C reaches them by itself; a second signal would cut the server's drain short.
const end = (signal) => {
  for (const child of children) child.kill(signal);
};
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
process.on('SIGINT', () => process.stdin.isTTY || end('SIGINT'));
for (const child of children) child.on('exit', () => end('SIGTERM'));
