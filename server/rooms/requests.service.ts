import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import type { UserPage } from '#contracts/user.dto.js';
import { UsersService } from '../users/users.service.js';
import { JoinRequests } from './join-requests.js';
import { RequestsRepository } from './requests.repository.js';
import { assertCanModerate } from './room.policy.js';
import { RoomsService } from './rooms.service.js';

/** Longer than it takes to note one: time does not tell whether there was a room to ask for. */
const ASKING_TAKES_MS = 100;

/** Who asks to join private rooms. Adding somebody as a member answers their request. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly repository: RequestsRepository,
    private readonly requests: JoinRequests,
    private readonly users: UsersService,
  ) {}

  /** Notes that a user asks to join; says nothing about whether there is such a room. */
  async ask(userId: string, reference: string): Promise<void> {
    await Promise.all([this.note(userId, reference), setTimeout(ASKING_TAKES_MS)]);
  }

  /** Who asks, the first first, for those who may let them in. @throws AppError `not_found`, `forbidden` */
  async list(userId: string, reference: string): Promise<UserPage> {
    const { roomId } = assertCanModerate(await this.rooms.open(userId, reference));
    const ids = await this.repository.list(roomId);
    const users = await this.users.findMany(ids);
    return { items: ids.flatMap((id) => users.get(id) ?? []) };
  }

  /** Turns a request down; nothing when there is none. @throws AppError `not_found`, `forbidden` */
  async dismiss(userId: string, reference: string, username: string): Promise<void> {
    const { roomId } = assertCanModerate(await this.rooms.open(userId, reference));
    const { id } = await this.users.findByUsername(username);
    await this.requests.clear(roomId, id);
  }

  /** How many ask to join each room; those that nobody asks for are left out. */
  async count(roomIds: readonly string[]): Promise<Map<string, number>> {
    const rows = roomIds.length === 0 ? [] : await this.repository.count(roomIds);
    return new Map(rows.map(({ roomId, count }) => [roomId, count]));
  }

  private async note(userId: string, reference: string): Promise<void> {
    const roomId = await this.rooms.resolve(reference);
    if (roomId !== undefined) await this.requests.add(roomId, userId);
  }
}
