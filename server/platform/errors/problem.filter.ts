import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import type { Message } from '#contracts/message.dto.js';
import type { Problem } from '#contracts/problem.dto.js';
import type { AppError } from './app-error.js';
import { asAppError } from './as-app-error.js';

function asProblem(error: AppError, requestId: string): Problem {
  const { errors, suggestion, current, currentPost, rooms } = error.details;
  return {
    type: `urn:roomers:problem:${error.code}`,
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    ...(errors && { errors }),
    ...(suggestion !== undefined && { suggestion }),
    ...(current && { current: current as Message }),
    ...(currentPost && { currentPost }),
    ...(rooms && { rooms }),
    requestId,
  };
}

/** The id that the request log gave this request. */
function requestId(request: Request): string {
  return (request as { id?: string }).id ?? '';
}

/** Answers every error over HTTP as `application/problem+json`; what is not an `AppError` is logged and told as little as possible. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const error = asAppError(thrown);
    if (error.status >= 500) this.logger.error({ err: thrown }, `${request.method} ${request.path} failed`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { retryAfterMs } = error.details;
    if (retryAfterMs !== undefined) response.setHeader('Retry-After', Math.ceil(retryAfterMs / 1_000));
    // What is refused now may be there in a second, as a picture that is being cleaned.
    response.setHeader('Cache-Control', 'no-store');
    if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response
      .status(error.status)
      .type('application/problem+json')
      .send(JSON.stringify(asProblem(error, requestId(request))));
  }
}
