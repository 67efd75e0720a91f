// After the client's build: the start of the client in as few files as may be; each costs a way of its own through cache and wire.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

const IMPORT = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g;
const HASH = /-[\w-]{8}$/;

/**
 * The files of a chunk: itself and all that it imports.
 * @param {string} folder @param {string} name of the chunk, without its hash @returns {string[]}
 * @throws Error when the build has no such chunk
 */
export function graphOf(folder, name) {
  const first = readdirSync(folder).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (first === undefined) throw new Error(`The build has no chunk ${name}`);
  const graph = new Set([first]);
  for (const file of graph) {
    for (const [, imported] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)) graph.add(imported);
  }
  return [...graph];
}

/**
 * Joins what the program imports into one file beside it, and a chunk with all that only it brings along into another.
 * Whoever else used a part of these gets it from there.
 * @param {string} folder of the built client
 * @param {string} main name of the program @param {string} later name of the chunk, both without their hash
 * @returns {Promise<{ program: string[], later: string[] }>} the files of both now; the program itself is the first
 */
export async function joinFiles(folder, main, later) {
  const [program, chunk] = [graphOf(folder, main), graphOf(folder, later)];
  const [entry, ...shared] = program;
  const own = chunk.filter((file) => !program.includes(file));
  const bundle = await rolldown({ input: join(folder, entry), treeshake: false, preserveEntrySignatures: false });
  const { output } = await bundle.generate({
    minify: { mangle: false, compress: false },
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    sanitizeFileName: (name) => name.replace(HASH, ''),
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: 'program', test: (id) => shared.includes(basename(id)) },
        { name: later, test: (id) => own.includes(basename(id)) },
      ],
    },
  });
  await bundle.close();
  const read = output.flatMap(({ moduleIds }) => moduleIds).map((id) => join(folder, basename(id)));
  for (const path of read) rmSync(path, { force: true });
  for (const { fileName, code } of output) writeFileSync(join(folder, fileName), code);
  const joined = graphOf(folder, main);
  return { program: joined, later: graphOf(folder, later).filter((file) => !joined.includes(file)) };
}
