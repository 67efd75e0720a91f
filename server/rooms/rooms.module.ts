import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { MemberList } from './member-list.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { Memberships } from './memberships.js';
import { RequestsController } from './requests.controller.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';
import { RoomAccessService } from './room-access.service.js';
import { RoomDepartureEntity } from './room-departure.entity.js';
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
    UsersModule,
    TypeOrmModule.forFeature([RoomEntity, RoomSlugEntity, RoomMemberEntity, RoomRequestEntity, RoomDepartureEntity]),
  ],
  controllers: [MembersController, RequestsController],
  providers: [
    MemberList,
    MembersRepository,
    MembersService,
    Memberships,
    RequestsRepository,
    RequestsService,
    RoomAccessService,
    RoomFounder,
    RoomSlugsRepository,
    RoomSlugsService,
    RoomsRepository,
    RoomsService,
  ],
  exports: [MemberList, RoomAccessService, RoomFounder, RoomSlugsService, RoomsService],
})
export class RoomsModule {}
