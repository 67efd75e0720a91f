import type { Busboy } from 'busboy';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { fileProblem } from './upload-refusals.js';

/** A sender that says nothing for so long is gone. */
const SILENCE_MS = 60_000;
/** How long the rest of a refused form is still taken in, so that the sender gets to read the answer. */
const PATIENCE_MS = 10_000;

/** What a form held. */
export interface Form {
  file?: { name: string; size: number };
  fields: Record<string, string>;
}

/**
 * Reads a form to its end.
 * @param store puts the bytes of the part `file` somewhere and returns how many they are
 * @throws AppError `validation_failed` for what the form should not hold; what `store` or the parser throws
 */
export async function readForm(
  request: Request,
  parser: Busboy,
  store: (source: Readable) => Promise<number>,
): Promise<Form> {
  const reading = new FormReading(store);
  const cut = (): void => {
    if (!request.complete) parser.destroy(new Error('cut off'));
  };
  request.setTimeout(SILENCE_MS, () => request.destroy());
  request.once('close', cut);
  try {
    return await reading.of(parser, () => request.pipe(parser));
  } catch (error) {
    abandon(request, parser);
    throw error;
  } finally {
    request.off('close', cut);
    request.setTimeout(0);
  }
}

/** Stops parsing, and takes in what is still on its way for a moment. */
function abandon(request: Request, parser: Busboy): void {
  request.unpipe(parser);
  parser.destroy();
  const timer = setTimeout(() => request.destroy(), PATIENCE_MS);
  request.once('close', () => {
    clearTimeout(timer);
  });
  request.resume();
}

class FormReading {
  private readonly form: Form = { fields: {} };
  private storing: Promise<void> = Promise.resolve();

  constructor(private readonly store: (source: Readable) => Promise<number>) {}

  async of(parser: Busboy, start: () => void): Promise<Form> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    parser.on('error', reject).on('close', () => {
      resolve(undefined);
    });
    parser.on('filesLimit', () => {
      reject(fileProblem('too_many', 'Send one file at a time.'));
    });
    for (const event of ['fieldsLimit', 'partsLimit'] as const) {
      parser.on(event, () => {
        reject(fileProblem('too_many', 'The form has too many parts.'));
      });
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) reject(fileProblem('too_long', `${name} is too long.`, name));
      this.form.fields[name] = value;
    });
    parser.on('file', (part, source, { filename }) => {
      this.take(part, source, filename, reject);
    });
    start();
    await this.end(promise);
    return this.form;
  }

  /** Waits for parser and disk. A file that is refused ends the parser too, so what its storing says comes first. */
  private async end(parsing: Promise<unknown>): Promise<void> {
    const [parsed] = await Promise.allSettled([parsing]);
    const [stored] = await Promise.allSettled([this.storing]);
    for (const { reason } of [stored, parsed].filter((part) => part.status === 'rejected')) throw reason as Error;
  }

  private take(part: string, source: Readable, name: string | undefined, reject: (reason: unknown) => void): void {
    if (part !== 'file') {
      // Unread it would hold up the rest, and destroyed it may still complain.
      source.on('error', () => undefined).resume();
      reject(fileProblem('unknown_field', `There is no field ${part}.`, part));
      return;
    }
    this.storing = this.store(source).then((size) => {
      this.form.file = { name: name ?? '', size };
    });
    this.storing.catch(reject);
  }
}
