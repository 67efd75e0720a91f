import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { InvitesModule } from '../../invites/invites.module.js';
import { UsersModule } from '../../users/users.module.js';
import { AccountChanges } from './account-changes.js';
import { BulkChanges } from './bulk-changes.js';
import { InvitationsController } from './invitations.controller.js';
import { Inviting } from './inviting.js';
import { NamedAccounts } from './named-accounts.js';
import { Newcomers } from './newcomers.js';
import { PeopleController } from './people.controller.js';
import { PeopleList } from './people-list.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';

/** People, as admins see and change them. */
@Module({
  imports: [AuthModule, InvitesModule, UsersModule],
  controllers: [InvitationsController, PeopleController],
  providers: [
    AccountChanges,
    BulkChanges,
    Inviting,
    NamedAccounts,
    Newcomers,
    PeopleList,
    PeopleRepository,
    PeopleService,
  ],
  exports: [NamedAccounts, PeopleList],
})
export class PeopleModule {}
