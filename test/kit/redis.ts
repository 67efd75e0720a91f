import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { toolPath } from '../stages/tools.mjs';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

/** A real Redis that keeps nothing, on a free port. */
export interface TestRedis {
  readonly url: string;
  /** Once stopped, starts it again where it was. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** `SIGSTOP`: it takes everything and answers nothing, until `SIGCONT`. */
  signal(name: NodeJS.Signals): void;
}

/** Starts it and waits until it answers. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let server = await begin(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      server = await begin(port);
    },
    stop: () => {
      server.child.kill('SIGKILL');
      return server.ended;
    },
    signal: (name) => {
      server.child.kill(name);
    },
  };
}

async function begin(port: number): Promise<{ child: ChildProcess; ended: Promise<void> }> {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(toolPath('redis-server'), words, { stdio: 'ignore' });
  const ended = new Promise<void>((done, fail) => child.once('close', () => done()).once('error', fail));
  await Promise.race([
    eventually(() => answers(port)),
    ended.then(() => Promise.reject(new Error('redis-server ended at once.'))),
  ]);
  return { child, ended };
}

function answers(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('error', fail);
    socket.once('data', (data) => {
      socket.destroy();
      if (data.toString() === '+PONG\r\n') done();
      else fail(new Error(`Redis says ${data.toString()}`));
    });
  });
}
