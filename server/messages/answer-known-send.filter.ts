import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../platform/errors/app-error.js';
import { ProblemFilter } from '../platform/errors/problem.filter.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { MessagesService } from './messages.service.js';

/**
 * A send that is refused may be one that was stored before, and whose answer was lost: its key is answered with the stored
 * message before policy, limits and validation. Asking only then costs a good send nothing.
 */
@Catch(AppError)
export class AnswerKnownSendFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();

  constructor(private readonly messages: MessagesService) {}

  async catch(refusal: AppError, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const { clientId } = (request.body ?? {}) as { clientId?: unknown };
    const user = request.user as Principal | undefined;
    try {
      if (!user || typeof clientId !== 'string') throw refusal;
      const message = await this.messages.findSent(user.userId, this.postOf(request), clientId);
      host.switchToHttp().getResponse<Response>().status(201).json(message);
    } catch (error) {
      this.problems.catch(error instanceof AppError && error.code === 'client_id_reused' ? error : refusal, host);
    }
  }

  /** The post that it was sent to. */
  protected postOf(request: Request): string {
    return String(request.params['id']);
  }
}
