import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AllowFilesCookie, CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { AnswersFile } from '../platform/http/answers-file.decorator.js';
import { sendFile } from '../platform/http/send-file.js';
import { ImageFilesService } from './image-files.service.js';

/** Pictures as pages ask for them: with the `files` cookie, or a bearer token. */
@AllowFilesCookie()
@Controller('files/images/:id')
export class ImageFilesController {
  constructor(private readonly files: ImageFilesService) {}

  /** The picture of a person, room or post. */
  @AnswersFile('image/webp')
  @Get()
  async show(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(request, response, await this.files.open(userId, id));
  }
}
