import { type DynamicModule, Module } from '@nestjs/common';
import { AdminModule } from './admin/admin.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EventsModule } from './events/events.module.js';
import { ImagesModule } from './images/images.module.js';
import { InvitesModule } from './invites/invites.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { FailPointsModule } from './platform/fail-points/fail-points.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { RateLimitsModule } from './platform/limits/rate-limits.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { NodesModule } from './platform/nodes/nodes.module.js';
import { SecretsModule } from './platform/secrets/secrets.module.js';
import { StorageModule } from './platform/storage/storage.module.js';
import { PostsModule } from './posts/posts.module.js';
import { ProfilesModule } from './profiles/profiles.module.js';
import { EmitterModule } from './realtime/emitter/emitter.module.js';
import { GatewaysModule } from './realtime/gateways/gateways.module.js';
import { PresenceModule } from './realtime/presence/presence.module.js';
import { RoomsModule } from './rooms/rooms.module.js';
import { SearchModule } from './search/search.module.js';
import { StatusModule } from './status/status.module.js';
import { SyncModule } from './sync/sync.module.js';
import { UsersModule } from './users/users.module.js';

/** The whole program. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    const foundations = [
      ConfigModule.forRoot(config),
      LoggingModule,
      ClockModule,
      FailPointsModule,
      HttpModule,
      NodesModule,
      RateLimitsModule,
      StorageModule,
      DatabaseModule,
      EventsModule,
      JobsModule,
      SecretsModule,
      MailModule,
      AuditModule,
      OrganisationModule,
    ];
    const realtime = [EmitterModule, PresenceModule];
    const modules = [
      UsersModule,
      InvitesModule,
      AuthModule,
      ProfilesModule,
      RoomsModule,
      PostsModule,
      MessagesModule,
      AttachmentsModule,
      ImagesModule,
    ];
    return {
      module: AppModule,
      imports: [
        ...foundations,
        ...realtime,
        ...modules,
        SyncModule,
        SearchModule,
        GatewaysModule,
        StatusModule,
        AdminModule,
      ],
    };
  }
}
