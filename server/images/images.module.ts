import { Module } from '@nestjs/common';
import { PostsModule } from '../posts/posts.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { UsersModule } from '../users/users.module.js';
import { DeleteBytesWhenImageDiscarded } from './delete-bytes-when-image-discarded.listener.js';
import { DeleteBytesWhenPostErased } from './delete-bytes-when-post-erased.listener.js';
import { DeleteBytesWhenRoomErased } from './delete-bytes-when-room-erased.listener.js';
import { ImageFilesController } from './image-files.controller.js';
import { ImageFilesService } from './image-files.service.js';
import { ImageMaker } from './image-maker.js';
import { ImageSweeper } from './image-sweeper.js';
import { ImagesRepository } from './images.repository.js';
import { ImagesService } from './images.service.js';
import { LogoFilesController } from './logo-files.controller.js';
import { LogoService } from './logo.service.js';
import { SweepImages } from './sweep-images.job.js';

@Module({
  imports: [PostsModule, RoomsModule, UsersModule],
  controllers: [ImageFilesController, LogoFilesController],
  providers: [
    DeleteBytesWhenImageDiscarded,
    DeleteBytesWhenPostErased,
    DeleteBytesWhenRoomErased,
    ImageFilesService,
    ImageMaker,
    ImageSweeper,
    ImagesRepository,
    ImagesService,
    LogoService,
    SweepImages,
  ],
  exports: [ImagesService, LogoService],
})
export class ImagesModule {}
