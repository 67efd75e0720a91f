import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Live, Ready } from '#contracts/health.dto.js';
import { Public } from '../platform/http/access.decorators.js';
import { Health } from './health.js';

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process runs. */
  @Get('live')
  live(): Live {
    return { status: 'ok' };
  }

  /** Requests can be served; 503 with the part that is down when they cannot. */
  @ApiResponse({ status: 503, type: Ready })
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Ready> {
    const parts = await this.health.check();
    const isDown = Object.values(parts).includes('down');
    if (isDown) response.status(503);
    return { status: isDown ? 'down' : 'ok', ...parts };
  }
}
