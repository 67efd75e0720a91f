import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoomsModule } from '../rooms/rooms.module.js';
import { CreateChatPostWhenRoomCreated } from './create-chat-post-when-room-created.listener.js';
import { PostAccessService } from './post-access.service.js';
import { PostFactsService } from './post-facts.service.js';
import { PostFounder } from './post-founder.js';
import { PostSlugEntity } from './post-slug.entity.js';
import { PostSlugsService } from './post-slugs.service.js';
import { PostTagEntity } from './post-tag.entity.js';
import { PostEntity } from './post.entity.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';
import { TagEntity } from './tag.entity.js';
import { TagsController } from './tags.controller.js';
import { TagsRepository } from './tags.repository.js';

@Module({
  imports: [RoomsModule, TypeOrmModule.forFeature([PostEntity, PostSlugEntity, PostTagEntity, TagEntity])],
  controllers: [TagsController],
  providers: [
    CreateChatPostWhenRoomCreated,
    PostAccessService,
    PostFactsService,
    PostFounder,
    PostSlugsService,
    PostsRepository,
    PostsService,
    TagsRepository,
  ],
  exports: [PostAccessService, PostFounder, PostSlugsService, PostsService],
})
export class PostsModule {}
