import { jest } from '@jest/globals';
import pg from 'pg';

const TRIES = 4;

/** How many statements a work needs, in this process. The fewest of several tries: what goes on beside, such as the outbox, asks now and then. */
export async function countStatements(work: () => Promise<unknown>, tries = TRIES): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  const counted: number[] = [];
  for (let time = 0; time < tries; time += 1) {
    query.mockClear();
    await work();
    counted.push(query.mock.calls.length);
  }
  query.mockRestore();
  return Math.min(...counted);
}
