import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { ImagesModule } from '../images/images.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { PostsModule } from '../posts/posts.module.js';
import { ProfilesModule } from '../profiles/profiles.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { UsersModule } from '../users/users.module.js';
import { AnnounceRoomWhenRoomCreated } from './announce-room-when-room-created.listener.js';
import { ChangedPosts } from './changed-posts.js';
import { DeletionViews } from './deletion-views.js';
import { DeletionsController } from './deletions.controller.js';
import { ImagesController } from './images.controller.js';
import { PostLists } from './post-lists.js';
import { PostPeopleController } from './post-people.controller.js';
import { PostPeopleService } from './post-people.service.js';
import { PostViews } from './post-views.js';
import { PostsController } from './posts.controller.js';
import { RoomAudience } from './room-audience.js';
import { RoomTeller } from './room-teller.js';
import { RoomViews } from './room-views.js';
import { RoomsController } from './rooms.controller.js';
import { SlugsController } from './slugs.controller.js';
import { SyncController } from './sync.controller.js';
import { SyncRepository } from './sync.repository.js';
import { SyncService } from './sync.service.js';
import { TellEveryoneWhenProfileChanged } from './tell-everyone-when-profile-changed.listener.js';
import { TellEveryoneWhenUserChanged } from './tell-everyone-when-user-changed.listener.js';
import { TellEveryoneWhenRoomDeleted } from './tell-everyone-when-room-deleted.listener.js';
import { TellKeepersWhenRoomRequestsChanged } from './tell-keepers-when-room-requests-changed.listener.js';
import { TellReadersWhenRoomChanged } from './tell-readers-when-room-changed.listener.js';
import { TellRoomWhenMemberJoined } from './tell-room-when-member-joined.listener.js';
import { TellRoomWhenMemberLeft } from './tell-room-when-member-left.listener.js';
import { TellRoomWhenMemberRoleChanged } from './tell-room-when-member-role-changed.listener.js';
import { TellRoomWhenMessagesExpired } from './tell-room-when-messages-expired.listener.js';
import { TellRoomWhenPostChanged } from './tell-room-when-post-changed.listener.js';
import { TellRoomWhenPostCreated } from './tell-room-when-post-created.listener.js';
import { TellRoomWhenPostDeleted } from './tell-room-when-post-deleted.listener.js';
import { TellRoomWhenPostsRetagged } from './tell-room-when-posts-retagged.listener.js';
import { TellUserWhenFavouriteChanged } from './tell-user-when-favourite-changed.listener.js';

@Module({
  imports: [AttachmentsModule, ImagesModule, MessagesModule, PostsModule, ProfilesModule, RoomsModule, UsersModule],
  controllers: [
    DeletionsController,
    ImagesController,
    PostPeopleController,
    PostsController,
    RoomsController,
    SlugsController,
    SyncController,
  ],
  providers: [
    AnnounceRoomWhenRoomCreated,
    ChangedPosts,
    DeletionViews,
    PostLists,
    PostPeopleService,
    PostViews,
    RoomAudience,
    RoomTeller,
    RoomViews,
    SyncRepository,
    SyncService,
    TellEveryoneWhenProfileChanged,
    TellEveryoneWhenUserChanged,
    TellEveryoneWhenRoomDeleted,
    TellKeepersWhenRoomRequestsChanged,
    TellReadersWhenRoomChanged,
    TellRoomWhenMemberJoined,
    TellRoomWhenMemberLeft,
    TellRoomWhenMemberRoleChanged,
    TellRoomWhenMessagesExpired,
    TellRoomWhenPostChanged,
    TellRoomWhenPostCreated,
    TellRoomWhenPostDeleted,
    TellRoomWhenPostsRetagged,
    TellUserWhenFavouriteChanged,
  ],
  exports: [RoomAudience],
})
export class SyncModule {}
