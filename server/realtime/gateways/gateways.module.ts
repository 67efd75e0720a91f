import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { MessagesModule } from '../../messages/messages.module.js';
import { PostsModule } from '../../posts/posts.module.js';
import { RoomsModule } from '../../rooms/rooms.module.js';
import { SyncModule } from '../../sync/sync.module.js';
import { UsersModule } from '../../users/users.module.js';
import { CloseSocketsWhenSessionsEnded } from './close-sockets-when-sessions-ended.listener.js';
import { Handshake } from './handshake.js';
import { MessagesGateway } from './messages.gateway.js';
import { MembershipFollower } from './membership-follower.js';
import { PermissionKeeper } from './permission-keeper.js';
import { PostsGateway } from './posts.gateway.js';
import { PresenceWatches } from './presence-watches.js';
import { PresenceGateway } from './presence.gateway.js';
import { SessionGateway } from './session.gateway.js';
import { SocketDrain } from './socket-drain.js';
import { StaleLists } from './stale-lists.js';
import { StuckReaders } from './stuck-readers.js';

@Module({
  imports: [AuthModule, MessagesModule, PostsModule, RoomsModule, SyncModule, UsersModule],
  providers: [
    CloseSocketsWhenSessionsEnded,
    Handshake,
    MessagesGateway,
    MembershipFollower,
    PermissionKeeper,
    PostsGateway,
    PresenceGateway,
    PresenceWatches,
    SessionGateway,
    SocketDrain,
    StaleLists,
    StuckReaders,
  ],
  exports: [Handshake],
})
export class GatewaysModule {}
