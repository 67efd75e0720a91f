import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users/users.module.js';
import { CreateProfileWhenUserRegistered } from './create-profile-when-user-registered.listener.js';
import { ProfileEntity } from './profile.entity.js';
import { RateLimitsModule } from '../platform/limits/rate-limits.module.js';
import { ProfilesController } from './profiles.controller.js';
import { ProfilesRepository } from './profiles.repository.js';
import { ProfilesService } from './profiles.service.js';

@Module({
  imports: [RateLimitsModule, UsersModule, TypeOrmModule.forFeature([ProfileEntity])],
  controllers: [ProfilesController],
  providers: [ProfilesService, ProfilesRepository, CreateProfileWhenUserRegistered],
  exports: [ProfilesService],
})
export class ProfilesModule {}
