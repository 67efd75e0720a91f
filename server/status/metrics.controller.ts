import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { isLoopback } from '../platform/config/addresses.js';
import { Config } from '../platform/config/config.js';
import { notFound } from '../platform/errors/app-error.js';
import { Public } from '../platform/http/access.decorators.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  /** Figures for Prometheus: to this computer, or to whoever has the token. To others there is nothing here. */
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Get()
  async show(@Req() request: Request): Promise<string> {
    if (!this.isAllowed(request)) throw notFound();
    return this.metrics.render();
  }

  private isAllowed(request: Request): boolean {
    const token = this.config.metricsToken;
    // With a token, a proxy on this computer must not make everybody local.
    if (token === undefined) return isLoopback(request.ip ?? '') && request.get('x-forwarded-for') === undefined;
    const given = Buffer.from(request.get('authorization') ?? '');
    const right = Buffer.from(`Bearer ${token}`);
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
