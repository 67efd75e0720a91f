import type { Request } from 'express';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { PostsService } from '../posts/posts.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { UsersService } from '../users/users.service.js';
import { ImageMaker } from './image-maker.js';
import { ImageDiscarded } from './images.events.js';

const SQUARE = { side: 512, isSquare: true };
const COVER = { side: 1_280, isSquare: false };

/** Makes a picture, or none, that of something; returns the one before. */
type Show = (imageId: string | null) => Promise<string | null>;

/** Pictures of people, rooms and posts. The one before goes with its bytes. */
@Publishes(ImageDiscarded)
export class ImagesService {
  constructor(
    private readonly maker: ImageMaker,
    private readonly users: UsersService,
    private readonly rooms: RoomsService,
    private readonly posts: PostsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** Gives a user the picture that the request brings. @throws AppError as `ImageMaker.make` */
  async putOfUser(userId: string, request: Request): Promise<void> {
    const imageId = await this.maker.make(userId, request, SQUARE);
    await this.show(imageId, (id) => this.users.setImage(userId, id));
  }

  async removeOfUser(userId: string): Promise<void> {
    await this.show(null, (id) => this.users.setImage(userId, id));
  }

  /**
   * Gives a room the picture that the request brings; nothing is received from who may not change the room.
   * @returns the room's id
   * @throws AppError `not_found`, `forbidden`, as `ImageMaker.make`
   */
  async putOfRoom(userId: string, room: string, request: Request): Promise<string> {
    const { roomId } = await this.rooms.openToModerate(userId, room);
    const imageId = await this.maker.make(userId, request, SQUARE);
    await this.show(imageId, (id) => this.rooms.setImage(userId, roomId, id));
    return roomId;
  }

  /** @returns the room's id @throws AppError `not_found`, `forbidden` */
  async removeOfRoom(userId: string, room: string): Promise<string> {
    const { roomId } = await this.rooms.openToModerate(userId, room);
    await this.show(null, (id) => this.rooms.setImage(userId, roomId, id));
    return roomId;
  }

  /**
   * Gives a topic post the picture that the request brings; nothing is received from who may not edit the post.
   * @returns the post's id
   * @throws AppError `not_found`, `forbidden`, `read_only`, as `ImageMaker.make`
   */
  async putOfPost(userId: string, room: string, post: string, request: Request): Promise<string> {
    const { id: postId, roomId } = await this.posts.openToEdit(userId, room, post);
    const imageId = await this.maker.make(userId, request, COVER);
    await this.show(imageId, (id) => this.posts.setImage(userId, roomId, postId, id));
    return postId;
  }

  /** @returns the post's id @throws AppError `not_found`, `forbidden`, `read_only` */
  async removeOfPost(userId: string, room: string, post: string): Promise<string> {
    const { id: postId, roomId } = await this.posts.openToEdit(userId, room, post);
    await this.show(null, (id) => this.posts.setImage(userId, roomId, postId, id));
    return postId;
  }

  // When this fails the new bytes stay for the sweep: it looks whether they are shown, which a lost answer to a commit does not tell.
  private async show(imageId: string | null, set: Show): Promise<void> {
    await this.transactions.run(async () => {
      const previous = await set(imageId);
      if (previous !== null) await this.events.publish(new ImageDiscarded(previous));
    });
  }
}
