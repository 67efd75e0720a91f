import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/app-error.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { isId } from '../platform/ids/ids.js';
import { Storage } from '../platform/storage/storage.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { keyOf } from './image-keys.js';
import { ImagesRepository } from './images.repository.js';

/** The bytes of pictures, for those who may see them. */
@Injectable()
export class ImageFilesService {
  constructor(
    private readonly images: ImagesRepository,
    private readonly rooms: RoomsService,
    private readonly storage: Storage,
  ) {}

  /** Opens the picture of a person, or of a room or post that the user may read. @throws AppError `not_found` */
  async open(userId: string, imageId: string): Promise<FileAnswer> {
    const place = isId(imageId) ? await this.images.findPlace(imageId) : undefined;
    if (!place) throw notFound();
    if (place.roomId !== null) await this.rooms.open(userId, place.roomId);
    const file = await this.storage.open(keyOf(imageId));
    if (!file) throw notFound();
    return { file, mime: 'image/webp', name: 'picture.webp', isInline: true };
  }
}
