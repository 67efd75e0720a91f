import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoomsModule } from '../rooms/rooms.module.js';
import { CreateChatPostWhenRoomCreated } from './create-chat-post-when-room-created.listener.js';
import { DeletePostsWhenRoomDeleted } from './delete-posts-when-room-deleted.listener.js';
import { ForgetFactsWhenPostChanged } from './forget-facts-when-post-changed.listener.js';
import { KeepFirstWordsWhenPostCreated } from './keep-first-words-when-post-created.listener.js';
import { PostAccessService } from './post-access.service.js';
import { PostDeletionsRepository } from './post-deletions.repository.js';
import { PostDeletions } from './post-deletions.js';
import { PostDepartureEntity } from './post-departure.entity.js';
import { PostEditor } from './post-editor.js';
import { PostFactsService } from './post-facts.service.js';
import { PostFounder } from './post-founder.js';
import { PostRevisionEntity } from './post-revision.entity.js';
import { PostRevisionsController } from './post-revisions.controller.js';
import { PostRevisionsRepository } from './post-revisions.repository.js';
import { PostRevisions } from './post-revisions.service.js';
import { PostSlugEntity } from './post-slug.entity.js';
import { PostSlugsService } from './post-slugs.service.js';
import { PostTagEntity } from './post-tag.entity.js';
import { PostEntity } from './post.entity.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';
import { TagChangesRepository } from './tag-changes.repository.js';
import { TagKeeping } from './tag-keeping.js';
import { TagEntity } from './tag.entity.js';
import { TagsController } from './tags.controller.js';
import { TagsRepository } from './tags.repository.js';

@Module({
  imports: [
    RoomsModule,
    TypeOrmModule.forFeature([
      PostDepartureEntity,
      PostEntity,
      PostRevisionEntity,
      PostSlugEntity,
      PostTagEntity,
      TagEntity,
    ]),
  ],
  controllers: [PostRevisionsController, TagsController],
  providers: [
    CreateChatPostWhenRoomCreated,
    DeletePostsWhenRoomDeleted,
    ForgetFactsWhenPostChanged,
    KeepFirstWordsWhenPostCreated,
    PostAccessService,
    PostDeletions,
    PostDeletionsRepository,
    PostEditor,
    PostFactsService,
    PostFounder,
    PostRevisions,
    PostRevisionsRepository,
    PostSlugsService,
    PostsRepository,
    PostsService,
    TagChangesRepository,
    TagKeeping,
    TagsRepository,
  ],
  exports: [PostAccessService, PostDeletions, PostEditor, PostFounder, PostSlugsService, PostsService, TagKeeping],
})
export class PostsModule {}
