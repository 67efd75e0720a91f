import type { Socket } from 'node:net';
import type { Client, ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';

/**
 * How long nothing may come or go on a connection. The server ends a statement, a lock or a transaction that nobody ends
 * sooner, and the pool what nobody uses (`data-source.options.ts`): what is silent for longer has lost its server.
 */
const SILENCE_MS = 20_000;

/** A client of the pool is a `Client`; the pool's types name only the half that a native one would have too. */
function socketOf(client: ClientBase): Socket {
  return (client as Client).connection.stream as Socket;
}

/**
 * Breaks a connection that is silent for too long, so that all who wait for it hear that the database is away. A host that
 * vanishes does not say so: TCP would try for a quarter of an hour to reach it, though its successor answers meanwhile.
 */
export function breakWhenSilent(client: ClientBase): void {
  const socket = socketOf(client).setTimeout(SILENCE_MS);
  socket.on('timeout', () => {
    socket.destroy(Object.assign(new Error('The database did not answer for 20 s.'), { code: 'ETIMEDOUT' }));
  });
}

/** Lets a connection be silent while `work` runs, which takes as long as it takes. */
export async function allowSilence<Result>(runner: QueryRunner, work: () => Promise<Result>): Promise<Result> {
  const socket = socketOf((await runner.connect()) as ClientBase).setTimeout(0);
  try {
    return await work();
  } finally {
    socket.setTimeout(SILENCE_MS);
  }
}
