import { Catch } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../platform/errors/app-error.js';
import { AnswerKnownSendFilter } from './answer-known-send.filter.js';

/** As for a send, where the body says the post. */
@Catch(AppError)
export class AnswerKnownForwardFilter extends AnswerKnownSendFilter {
  protected override postOf(request: Request): string {
    return String((request.body as { postId?: unknown }).postId);
  }
}
