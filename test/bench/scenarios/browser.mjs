import { join } from 'node:path';
import { initialBytes } from '../../checks/bundle-size.mjs';
import { measureClient } from '../client.mjs';

/** What one person at a browser waits for. */
export async function browser({ program, folder, isQuick, say }) {
  const scriptKb = Math.round(initialBytes('dist/client/browser') / 1_000);
  say('JavaScript of the first page, compressed', `${scriptKb} kB`);
  return { scriptKb, ...(await measureClient(program.address, join(folder, 'profile'), { isQuick, say })) };
}
