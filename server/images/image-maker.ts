import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { LIMITS } from '#contracts/limits.js';
import { fieldError } from '../platform/errors/app-error.js';
import { newId } from '../platform/ids/ids.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';
import { Turns } from '../platform/limits/turns.js';
import { inspectFile } from '../platform/pictures/inspect-file.js';
import { type PictureShape, reshapePicture } from '../platform/pictures/pictures.js';
import { Storage } from '../platform/storage/storage.js';
import { receiveFile } from '../platform/uploads/receive-file.js';
import { fileProblem } from '../platform/uploads/upload-refusals.js';
import { keyOf } from './image-keys.js';

/** Unpacking takes a processor and tens of megabytes each. */
const AT_ONCE = 2;
const MOST_WAITING = 30;

/** Makes uploads into pictures fit for others: upright, small, and with nothing beside the pixels. */
@Injectable()
export class ImageMaker {
  private readonly turns = new Turns(AT_ONCE, MOST_WAITING);
  private readonly perUser: RateLimit;

  constructor(
    private readonly storage: Storage,
    limits: RateLimits,
  ) {
    this.perUser = limits.create({ name: 'images', points: 30, seconds: 600 });
  }

  /**
   * Receives a picture and keeps what it becomes; nobody shows it yet. When it throws nothing is left.
   * @returns the id under which it is kept
   * @throws AppError `rate_limited`, `busy`, `too_large`, `unsupported_media_type`, `validation_failed`, `file_unusable`, `unavailable`
   */
  async make(userId: string, request: Request, shape: PictureShape): Promise<string> {
    await this.perUser.consume(userId);
    const { scratch, fields } = await receiveFile(request, this.storage, LIMITS.imageBytes);
    try {
      refuseFields(fields);
      return await this.turns.take(() => this.keep(scratch, shape));
    } finally {
      await this.storage.discard(scratch);
    }
  }

  private async keep(sent: string, shape: PictureShape): Promise<string> {
    const { picture } = await inspectFile(sent);
    if (!picture) throw unusable('This is no picture that can be shown. Choose a JPEG, PNG, WebP, GIF or AVIF.');
    const made = this.storage.scratch();
    try {
      if (!(await reshapePicture(sent, made, picture, shape)))
        throw unusable('This picture is damaged. Save it again, as JPEG or PNG.');
      const id = newId();
      await this.storage.keep(made, keyOf(id));
      return id;
    } finally {
      await this.storage.discard(made);
    }
  }
}

function refuseFields(fields: Record<string, string>): void {
  for (const field of Object.keys(fields)) throw fileProblem('unknown_field', `There is no field ${field}.`, field);
}

function unusable(detail: string): Error {
  return fieldError('file', 'file_unusable', detail);
}
