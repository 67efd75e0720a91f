import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { ActivityTeller } from './activity-teller.js';
import { HeadsRepository } from './heads.repository.js';
import { MarkPostsReadWhenMemberJoined } from './mark-posts-read-when-member-joined.listener.js';
import { MessageBatchRepository } from './message-batch.repository.js';
import { MessageChangesRepository } from './message-changes.repository.js';
import { MessageEditor } from './message-editor.js';
import { MessageHistory } from './message-history.js';
import { MessageKeyEntity } from './message-key.entity.js';
import { MessageRevs } from './message-revs.js';
import { MessageWriter } from './message-writer.js';
import { MessageEntity } from './message.entity.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { MessagesController } from './messages.controller.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { PostHeadEntity } from './post-head.entity.js';
import { PostHeadsService } from './post-heads.service.js';
import { ReadMarkEntity } from './read-mark.entity.js';
import { ReadMarksRepository } from './read-marks.repository.js';
import { ReadMarksService } from './read-marks.service.js';
import { RenumberMessageWhenAttachmentProcessed } from './renumber-message-when-attachment-processed.listener.js';
import { RevLoop } from './rev-loop.js';
import { SendLimits } from './send-limits.js';
import { SharedFilesController } from './shared-files.controller.js';
import { SharedFilesRepository } from './shared-files.repository.js';
import { SharedFilesService } from './shared-files.service.js';
import { StartNumberingWhenPostCreated } from './start-numbering-when-post-created.listener.js';
import { WelcomeRoomWhenChatPostCreated } from './welcome-room-when-chat-post-created.listener.js';

@Module({
  imports: [
    AttachmentsModule,
    PostsModule,
    RoomsModule,
    TypeOrmModule.forFeature([MessageEntity, MessageKeyEntity, PostHeadEntity, ReadMarkEntity]),
  ],
  controllers: [MessagesController, SharedFilesController],
  providers: [
    ActivityTeller,
    HeadsRepository,
    MarkPostsReadWhenMemberJoined,
    MessageBatchRepository,
    MessageChangesRepository,
    MessageEditor,
    MessageHistory,
    MessageRevs,
    MessageWriter,
    MessagesBroadcaster,
    MessagesRepository,
    MessagesService,
    PostHeadsService,
    ReadMarksRepository,
    ReadMarksService,
    RenumberMessageWhenAttachmentProcessed,
    RevLoop,
    SendLimits,
    SharedFilesRepository,
    SharedFilesService,
    StartNumberingWhenPostCreated,
    WelcomeRoomWhenChatPostCreated,
  ],
  exports: [MessageHistory, MessagesService, PostHeadsService, ReadMarksService],
})
export class MessagesModule {}
