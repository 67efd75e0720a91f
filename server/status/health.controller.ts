import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Live, Ready } from '#contracts/health.dto.js';
import { Public } from '../platform/http/access.decorators.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { Health } from './health.js';

@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly emitter: RealtimeEmitter,
  ) {}

  /** The process runs; 503 while it stops, so that a proxy sends nobody any more. */
  @ApiResponse({ status: 503, type: Live })
  @Get('live')
  live(@Res({ passthrough: true }) response: Response): Live {
    if (!this.emitter.isStopping) return { status: 'ok' };
    response.status(503);
    return { status: 'stopping' };
  }

  /** Requests can be served; 503 with the part that is down when they cannot, or while the program stops. */
  @ApiResponse({ status: 503, type: Ready })
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Ready> {
    const parts = await this.health.check();
    const isDown = Object.values(parts).includes('down') || this.emitter.isStopping;
    if (isDown) response.status(503);
    return { status: isDown ? 'down' : 'ok', ...parts };
  }
}
