import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { InvitationLetters } from './invitation-letters.js';
import { InvitationList } from './invitation-list.js';
import { InviteTokens } from './invite-tokens.js';
import { InviteEntity } from './invite.entity.js';
import { InvitesRepository } from './invites.repository.js';
import { InvitesService } from './invites.service.js';
import { MailLinkWhenPersonInvited } from './mail-link-when-person-invited.listener.js';
import { PersonalInvites } from './personal-invites.service.js';
import { RoomLinks } from './room-links.service.js';

@Module({
  imports: [UsersModule, TypeOrmModule.forFeature([InviteEntity])],
  providers: [
    InvitationLetters,
    InvitationList,
    InvitesRepository,
    InvitesService,
    InviteTokens,
    MailLinkWhenPersonInvited,
    PersonalInvites,
    RoomLinks,
  ],
  exports: [InvitationList, InvitesService, PersonalInvites, RoomLinks],
})
export class InvitesModule {}
