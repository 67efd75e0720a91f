import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { isUnstorableText } from '#contracts/text.js';
import { AppError, notFound } from '../errors/app-error.js';
import { asReference } from '../ids/ids.js';
import { VALIDATION } from './validation.js';

/** More levels than any body or query of ours has. */
const DEEPEST = 16;

/** Validates what comes in on any door. What is nested without end is refused before anything walks through it. */
export class ContractPipe extends ValidationPipe {
  constructor() {
    super(VALIDATION);
  }

  /** @throws AppError `malformed_request`, `validation_failed`, `text_invalid`; `not_found` for an address that nothing can have */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Pipes also get what comes from ourselves, such as the socket.
    if (metadata.type !== 'custom' && isDeeperThan(DEEPEST, value))
      throw new AppError('malformed_request', 'The request is nested too deeply.');
    const taken = metadata.type === 'param' && typeof value === 'string' ? readReference(value) : value;
    return (await super.transform(taken, metadata)) as unknown;
  }
}

/** What a part of an address names. */
function readReference(text: string): string {
  if (isUnstorableText(text)) throw notFound();
  return asReference(text);
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
