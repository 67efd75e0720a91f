import { Module } from '@nestjs/common';
import { MessagesModule } from '../../messages/messages.module.js';
import { PostsModule } from '../../posts/posts.module.js';
import { RoomsModule } from '../../rooms/rooms.module.js';
import { UsersModule } from '../../users/users.module.js';
import { AdminPostsController } from './admin-posts.controller.js';
import { AdminRoomsController } from './admin-rooms.controller.js';
import { AdminTagsController } from './admin-tags.controller.js';
import { ContentDeletion } from './content-deletion.js';
import { MessageListRepository } from './message-list.repository.js';
import { PostList } from './post-list.js';
import { PostListRepository } from './post-list.repository.js';
import { RecordDeletionWhenPostDeleted } from './record-deletion-when-post-deleted.listener.js';
import { RecordDeletionWhenRoomDeleted } from './record-deletion-when-room-deleted.listener.js';
import { RoomKeeping } from './room-keeping.js';
import { RoomList } from './room-list.js';
import { RoomListRepository } from './room-list.repository.js';
import { RoomOwners } from './room-owners.js';
import { TagListRepository } from './tag-list.repository.js';
import { TagsService } from './tags.service.js';

/** Rooms and what is in them, as admins see and change them. */
@Module({
  imports: [MessagesModule, PostsModule, RoomsModule, UsersModule],
  controllers: [AdminRoomsController, AdminPostsController, AdminTagsController],
  providers: [
    ContentDeletion,
    MessageListRepository,
    PostList,
    PostListRepository,
    RecordDeletionWhenPostDeleted,
    RecordDeletionWhenRoomDeleted,
    RoomKeeping,
    RoomList,
    RoomListRepository,
    RoomOwners,
    TagListRepository,
    TagsService,
  ],
})
export class ContentModule {}
