import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountNamesService } from './account-names.service.js';
import { UserEntity } from './user.entity.js';
import { UsernameEntity } from './username.entity.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity, UsernameEntity])],
  controllers: [UsersController],
  providers: [AccountNamesService, UsersRepository, UsersService],
  exports: [AccountNamesService, UsersService],
})
export class UsersModule {}
