import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { ActivityTeller } from './activity-teller.js';
import { Announcer } from './announcer.js';
import { ExpireMessages } from './expire-messages.job.js';
import { ForwardWriter } from './forward-writer.js';
import { ForwardsController } from './forwards.controller.js';
import { ForwardsRepository } from './forwards.repository.js';
import { EraseDeleted } from './erase-deleted.job.js';
import { EraseWhenPostDeleted } from './erase-when-post-deleted.listener.js';
import { EraseWhenRoomDeleted } from './erase-when-room-deleted.listener.js';
import { Eraser } from './eraser.js';
import { ErasureRepository } from './erasure.repository.js';
import { HeadsRepository } from './heads.repository.js';
import { MarkPostsReadWhenMemberJoined } from './mark-posts-read-when-member-joined.listener.js';
import { MessageBatchRepository } from './message-batch.repository.js';
import { MessageChanger } from './message-changer.js';
import { MessageChangesRepository } from './message-changes.repository.js';
import { MessageEditor } from './message-editor.js';
import { MessageForwarder } from './message-forwarder.js';
import { MessageHistory } from './message-history.js';
import { MessageKeyEntity } from './message-key.entity.js';
import { MessageRemovalEntity } from './message-removal.entity.js';
import { MessageRetractor } from './message-retractor.js';
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
import { RecordRemovalWhenMessageRemoved } from './record-removal-when-message-removed.listener.js';
import { RemovalsController } from './removals.controller.js';
import { RemovalsRepository } from './removals.repository.js';
import { Removals } from './removals.service.js';
import { RenumberMessageWhenAttachmentProcessed } from './renumber-message-when-attachment-processed.listener.js';
import { RetentionRepository } from './retention.repository.js';
import { Retention } from './retention.js';
import { RevLoop } from './rev-loop.js';
import { SendLimits } from './send-limits.js';
import { SharedFilesController } from './shared-files.controller.js';
import { SharedFilesRepository } from './shared-files.repository.js';
import { SharedFilesService } from './shared-files.service.js';
import { StartNumberingWhenPostCreated } from './start-numbering-when-post-created.listener.js';
import { StopNumberingWhenPostDeleted } from './stop-numbering-when-post-deleted.listener.js';
import { StopNumberingWhenRoomDeleted } from './stop-numbering-when-room-deleted.listener.js';
import { WelcomeRoomWhenChatPostCreated } from './welcome-room-when-chat-post-created.listener.js';

@Module({
  imports: [
    AttachmentsModule,
    PostsModule,
    RoomsModule,
    TypeOrmModule.forFeature([MessageEntity, MessageKeyEntity, MessageRemovalEntity, PostHeadEntity, ReadMarkEntity]),
  ],
  controllers: [ForwardsController, MessagesController, RemovalsController, SharedFilesController],
  providers: [
    ActivityTeller,
    Announcer,
    EraseDeleted,
    EraseWhenPostDeleted,
    EraseWhenRoomDeleted,
    Eraser,
    ErasureRepository,
    ExpireMessages,
    ForwardWriter,
    ForwardsRepository,
    HeadsRepository,
    MarkPostsReadWhenMemberJoined,
    MessageBatchRepository,
    MessageChanger,
    MessageChangesRepository,
    MessageEditor,
    MessageForwarder,
    MessageHistory,
    MessageRetractor,
    MessageRevs,
    MessageWriter,
    MessagesBroadcaster,
    MessagesRepository,
    MessagesService,
    PostHeadsService,
    ReadMarksRepository,
    ReadMarksService,
    RecordRemovalWhenMessageRemoved,
    Removals,
    RemovalsRepository,
    RenumberMessageWhenAttachmentProcessed,
    Retention,
    RetentionRepository,
    RevLoop,
    SendLimits,
    SharedFilesRepository,
    SharedFilesService,
    StartNumberingWhenPostCreated,
    StopNumberingWhenPostDeleted,
    StopNumberingWhenRoomDeleted,
    WelcomeRoomWhenChatPostCreated,
  ],
  exports: [Announcer, MessageHistory, MessagesService, PostHeadsService, ReadMarksService],
})
export class MessagesModule {}
