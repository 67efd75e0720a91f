import { join } from 'node:path';
import { measureClient } from '../client.mjs';

/** What one person at a browser waits for. */
export async function browser({ program, folder, say }) {
  const result = {};
  await measureClient(program.address, join(folder, 'profile'), (what, figure) => {
    result[what] = figure;
    say(what, figure);
  });
  return result;
}
