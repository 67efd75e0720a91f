import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoomsModule } from '../rooms/rooms.module.js';
import { AttachmentErasureRepository } from './attachment-erasure.repository.js';
import { AttachmentErasure } from './attachment-erasure.js';
import { AttachmentFilesController } from './attachment-files.controller.js';
import { AttachmentFilesService } from './attachment-files.service.js';
import { AttachmentSweeper } from './attachment-sweeper.js';
import { AttachmentEntity } from './attachment.entity.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { AttachmentsService } from './attachments.service.js';
import { DeleteAttachmentFiles } from './delete-attachment-files.job.js';
import { DeleteFilesWhenAttachmentsDiscarded } from './delete-files-when-attachments-discarded.listener.js';
import { PictureProcessor } from './picture-processor.js';
import { ProcessAttachmentWhenUploaded } from './process-attachment-when-uploaded.listener.js';
import { ProcessAttachment } from './process-attachment.job.js';
import { SeeToPictures } from './see-to-pictures.job.js';
import { SweepAttachments } from './sweep-attachments.job.js';
import { UploadPermits } from './upload-permits.js';
import { UploadReader } from './upload-reader.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [RoomsModule, TypeOrmModule.forFeature([AttachmentEntity])],
  controllers: [AttachmentsController, AttachmentFilesController],
  providers: [
    AttachmentErasure,
    AttachmentErasureRepository,
    AttachmentFilesService,
    AttachmentSweeper,
    AttachmentsRepository,
    AttachmentsService,
    DeleteAttachmentFiles,
    DeleteFilesWhenAttachmentsDiscarded,
    PictureProcessor,
    ProcessAttachment,
    ProcessAttachmentWhenUploaded,
    SeeToPictures,
    SweepAttachments,
    UploadPermits,
    UploadReader,
    UploadsService,
  ],
  exports: [AttachmentErasure, AttachmentsService],
})
export class AttachmentsModule {}
