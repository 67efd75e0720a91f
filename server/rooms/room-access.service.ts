import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { ConfirmedCache } from '../platform/cache/confirmed-cache.js';
import { NodeBus } from '../platform/nodes/node-bus.js';
import type { RoomAccess } from './room-access.js';
import { assertCanWrite, canModerate, canRead } from './room.policy.js';
import { RoomsRepository } from './rooms.repository.js';

const CACHED = 50_000;

interface Forgotten {
  roomId: string;
  /** Absent: everybody. */
  userId?: string | undefined;
}

/** What decides what a user may do in a room: at most five seconds old, and changes count at once wherever they are made. */
@Injectable()
export class RoomAccessService {
  private readonly known = new ConfirmedCache<RoomAccess>(CACHED);

  constructor(
    private readonly repository: RoomsRepository,
    private readonly transactions: Transactions,
    private readonly bus: NodeBus,
  ) {
    bus.on('room-access', (forgotten: Forgotten) => {
      this.drop(forgotten);
    });
  }

  /** Undefined when there is no such room that the user may read. Inside a transaction it is read there, since the answer may be the transaction's own. */
  async find(userId: string, roomId: string): Promise<RoomAccess | undefined> {
    if (this.transactions.isActive) return this.read(userId, roomId);
    return this.known.get(`${roomId} ${userId}`, () => this.read(userId, roomId));
  }

  /** @throws AppError `not_found`, `forbidden` for a visitor, `read_only` in an archived room */
  assertCanWrite(access: RoomAccess): void {
    assertCanWrite(access);
  }

  /** True for owner and moderators of the room. */
  canModerate(access: RoomAccess): boolean {
    return canModerate(access);
  }

  /** Makes every node ask again, about one user or, without one, about everybody in the room, once the present transaction is durable. */
  forget(roomId: string, userId?: string): void {
    this.transactions.afterCommit(() => {
      this.drop({ roomId, userId });
      this.bus.tell('room-access', { roomId, userId } satisfies Forgotten);
    });
  }

  /** Makes this node ask again, for a change that it was not told of. */
  drop({ roomId, userId }: Forgotten): void {
    if (userId === undefined) this.known.forgetWhere((key) => key.startsWith(roomId));
    else this.known.forget([`${roomId} ${userId}`]);
  }

  /** What may not be read is as if it were not there, and like that never remembered: else the second answer would come sooner. */
  private async read(userId: string, roomId: string): Promise<RoomAccess | undefined> {
    const access = await this.repository.findAccess(userId, roomId);
    return access && canRead(access) ? access : undefined;
  }
}
