import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AllowFilesCookie, CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { AnswersFile } from '../platform/http/answers-file.decorator.js';
import { sendFile } from '../platform/http/send-file.js';
import { AttachmentFilesService } from './attachment-files.service.js';

/** Files as pages and pictures ask for them: with the `files` cookie, or a bearer token. */
@AllowFilesCookie()
@Controller('files/attachments/:id')
export class AttachmentFilesController {
  constructor(private readonly files: AttachmentFilesService) {}

  /** The small picture of a picture. */
  @AnswersFile('image/webp')
  @Get('thumbnail')
  async thumbnail(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.files.open(userId, id, 'thumbnail'));
  }

  /** The file; the name in the address is for people and may be any. */
  @AnswersFile('*/*')
  @ApiParam({ name: 'name', type: String })
  @Get(':name')
  async download(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.files.open(userId, id, 'file'));
  }
}
