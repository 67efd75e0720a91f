import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InvitesModule } from '../invites/invites.module.js';
import { UsersModule } from '../users/users.module.js';
import { AnswerRequestsWhenRoomBecamePublic } from './answer-requests-when-room-became-public.listener.js';
import { DefaultRooms } from './default-rooms.js';
import { FavouritesController } from './favourites.controller.js';
import { FavouritesService } from './favourites.service.js';
import { InviteAcceptance } from './invite-acceptance.js';
import { InvitedRooms } from './invited-rooms.js';
import { InvitesController } from './invites.controller.js';
import { JoinDefaultRoomsWhenUserRegistered } from './join-default-rooms-when-user-registered.listener.js';
import { JoinRequests } from './join-requests.js';
import { JoinRoomsWhenInviteAccepted } from './join-rooms-when-invite-accepted.listener.js';
import { KeepRoomsWhenAccountGivenUp } from './keep-rooms-when-account-given-up.listener.js';
import { MemberList } from './member-list.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { Memberships } from './memberships.js';
import { RequestsController } from './requests.controller.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';
import { RoomAccessService } from './room-access.service.js';
import { RoomDeletionsRepository } from './room-deletions.repository.js';
import { RoomDeletions } from './room-deletions.js';
import { RoomDepartureEntity } from './room-departure.entity.js';
import { RoomInvitesController } from './room-invites.controller.js';
import { RoomInvitesService } from './room-invites.service.js';
import { RoomCreators } from './room-creators.js';
import { RoomFounder } from './room-founder.js';
import { RoomMemberEntity } from './room-member.entity.js';
import { RoomRequestEntity } from './room-request.entity.js';
import { RoomSlugEntity } from './room-slug.entity.js';
import { RoomSlugsRepository } from './room-slugs.repository.js';
import { RoomSlugsService } from './room-slugs.service.js';
import { RoomEntity } from './room.entity.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  imports: [
    InvitesModule,
    UsersModule,
    TypeOrmModule.forFeature([RoomEntity, RoomSlugEntity, RoomMemberEntity, RoomRequestEntity, RoomDepartureEntity]),
  ],
  controllers: [FavouritesController, InvitesController, MembersController, RequestsController, RoomInvitesController],
  providers: [
    AnswerRequestsWhenRoomBecamePublic,
    DefaultRooms,
    FavouritesService,
    InviteAcceptance,
    InvitedRooms,
    JoinDefaultRoomsWhenUserRegistered,
    JoinRequests,
    JoinRoomsWhenInviteAccepted,
    KeepRoomsWhenAccountGivenUp,
    MemberList,
    MembersRepository,
    MembersService,
    Memberships,
    RequestsRepository,
    RequestsService,
    RoomAccessService,
    RoomDeletions,
    RoomDeletionsRepository,
    RoomCreators,
    RoomFounder,
    RoomInvitesService,
    RoomSlugsRepository,
    RoomSlugsService,
    RoomsRepository,
    RoomsService,
  ],
  exports: [
    DefaultRooms,
    FavouritesService,
    InvitedRooms,
    MemberList,
    Memberships,
    RequestsService,
    RoomAccessService,
    RoomDeletions,
    RoomFounder,
    RoomSlugsService,
    RoomsService,
  ],
})
export class RoomsModule {}
