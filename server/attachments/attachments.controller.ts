import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { Attachment, UpdateAttachmentDto, UploadQuery } from '#contracts/attachment.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { AttachmentsService } from './attachments.service.js';
import { UploadReader } from './upload-reader.js';
import { UploadsService } from './uploads.service.js';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, alt: { type: 'string', maxLength: 1_000 } },
};

@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly uploads: UploadsService,
    private readonly reader: UploadReader,
  ) {}

  /** Takes a file in, for a message in the room that its sender has yet to send. */
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @Refuses('not_found', 'forbidden', 'read_only', 'rate_limited', 'file_unusable', 'file_type_blocked')
  @Post()
  async upload(
    @CurrentUser() { userId }: Principal,
    @Query() { roomId }: UploadQuery,
    @Req() request: Request,
  ): Promise<Attachment> {
    return this.uploads.upload(userId, roomId, () => this.reader.read(request));
  }

  /** Says what an own file that is not sent yet shows. */
  @Refuses('read_only')
  @Patch(':id')
  async describe(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() { alt }: UpdateAttachmentDto,
  ): Promise<Attachment> {
    return this.attachments.describe(userId, id, alt);
  }

  /** Removes an own file that is not sent yet. */
  @Refuses('read_only')
  @HttpCode(204)
  @Delete(':id')
  async remove(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<void> {
    await this.attachments.remove(userId, id);
  }
}
