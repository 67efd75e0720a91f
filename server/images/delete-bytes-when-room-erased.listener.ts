import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { Storage } from '../platform/storage/storage.js';
import { RoomErased } from '../rooms/rooms.events.js';
import { keyOf } from './image-keys.js';

/** The picture of a deleted room goes with the last of it. */
@AfterCommit(RoomErased)
export class DeleteBytesWhenRoomErased implements Listener<RoomErased> {
  constructor(private readonly storage: Storage) {}

  async handle({ imageId }: RoomErased): Promise<void> {
    if (imageId !== null) await this.storage.remove([keyOf(imageId)]);
  }
}
