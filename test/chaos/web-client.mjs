import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const FOLDER = resolve('.cache/chaos');
const PARTS = {
  'message-store': 'client/src/app/messages/message-store.ts',
  'send-queue': 'client/src/app/messages/send-queue.ts',
  'server-error': 'client/src/app/realtime/server-error.ts',
  'post-state': 'client/src/app/posts/post-state.ts',
  'growing-pause': 'client/src/app/realtime/growing-pause.ts',
};

/**
 * What the web client keeps itself whole with, compiled for Node: its message store with the rev chain and the held frames,
 * its queue of sends, its read marks, its pauses. What is proved here holds for what people use.
 */
export async function loadWebClient() {
  const bundle = await rolldown({ input: PARTS, external: [/^@angular/], platform: 'node' });
  await bundle.write({ dir: FOLDER, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
  await bundle.close();
  const load = (name) => import(pathToFileURL(`${FOLDER}/${name}.mjs`).href);
  await import('@angular/compiler');
  const [{ MessageStore }, { SendQueue }, errors, posts, { GrowingPause }] = await Promise.all(
    Object.keys(PARTS).map(load),
  );
  return { MessageStore, SendQueue, errors, posts, GrowingPause };
}
