import { connect } from 'node:net';
import { toolPath } from '../stages/tools.mjs';
import { freePort, Process } from './processes.mjs';

/** A Redis that keeps what it has acknowledged over a kill, on a fixed port. */
export async function startRedis(folder) {
  const port = await freePort();
  const words = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes'];
  const redis = new Process({
    command: toolPath('redis-server'),
    words: words.map(String),
    log: `${folder}.log`,
    isReady: () => answers(port),
  });
  await redis.start();
  return { port, process: redis };
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('error', () => done(false));
    socket.once('data', (data) => {
      socket.destroy();
      done(data.toString() === '+PONG\r\n');
    });
  });
}
