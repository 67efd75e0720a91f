import { Injectable } from '@nestjs/common';
import type { UserPage } from '#contracts/user.dto.js';
import { UsersService } from '../users/users.service.js';
import { RequestsRepository } from './requests.repository.js';
import { assertCanModerate } from './room.policy.js';
import { RoomsService } from './rooms.service.js';

/** Who asks to join private rooms. Adding somebody as a member answers their request. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly requests: RequestsRepository,
    private readonly users: UsersService,
  ) {}

  /** Notes that a user asks to join; says nothing about whether there is such a room. */
  async ask(userId: string, reference: string): Promise<void> {
    const roomId = await this.rooms.resolve(reference);
    if (roomId !== undefined) await this.requests.add(roomId, userId);
  }

  /** Who asks, the first first, for those who may let them in. @throws AppError `not_found`, `forbidden` */
  async list(userId: string, reference: string): Promise<UserPage> {
    const { roomId } = assertCanModerate(await this.rooms.open(userId, reference));
    const ids = await this.requests.list(roomId);
    const users = await this.users.findMany(ids);
    return { items: ids.flatMap((id) => users.get(id) ?? []) };
  }

  /** Turns a request down; nothing when there is none. @throws AppError `not_found`, `forbidden` */
  async dismiss(userId: string, reference: string, username: string): Promise<void> {
    const { roomId } = assertCanModerate(await this.rooms.open(userId, reference));
    const { id } = await this.users.findByUsername(username);
    await this.requests.clear(roomId, id);
  }
}
