import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from './access.decorators.js';

type Asked = Pick<Request, 'ip'> & { user?: Partial<Principal> };

/** The request at hand, for what notes who did something and from where without being handed it. */
@Injectable()
export class RequestContext {
  private readonly requests = new AsyncLocalStorage<Asked>();

  /** The middleware that begins it. */
  readonly begin = (request: Request, _: Response, next: NextFunction): void => {
    this.requests.run(request, next);
  };

  /** Who asks; undefined before somebody is signed in, and where nothing was asked: in jobs, in commands, on sockets. */
  get userId(): string | undefined {
    return this.requests.getStore()?.user?.userId;
  }

  /** The address of who asks, as TRUST_PROXY tells it. */
  get ip(): string | undefined {
    return this.requests.getStore()?.ip;
  }
}
