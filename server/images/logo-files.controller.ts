import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../platform/http/access.decorators.js';
import { AnswersFile } from '../platform/http/answers-file.decorator.js';
import { sendFile } from '../platform/http/send-file.js';
import { LogoService } from './logo.service.js';

@Public()
@Controller('files/logo/:id')
export class LogoFilesController {
  constructor(private readonly logo: LogoService) {}

  /** The picture of the organisation, as the sign-in page shows it. */
  @AnswersFile('image/webp')
  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await sendFile(request, response, await this.logo.open(id));
  }
}
