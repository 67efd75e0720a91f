import { LIMITS } from '#contracts/limits.js';
import type { RoomsQuery, UpdateRoomDto } from '#contracts/room.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { notFound } from '../platform/errors/app-error.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { isId } from '../platform/ids/ids.js';
import { UsersService } from '../users/users.service.js';
import { RoomAccessService } from './room-access.service.js';
import type { HeldRoom, RoomRecord } from './room-record.js';
import { RoomSlugsService } from './room-slugs.service.js';
import type { RoomAccess } from './room-access.js';
import type { RoomEntity } from './room.entity.js';
import { assertCanChange, assertCanRead, assertCanWrite, assertOwns } from './room.policy.js';
import { RoomChanged } from './rooms.events.js';
import { RoomsRepository } from './rooms.repository.js';

/** A page of rooms before other modules add what is theirs. */
export interface RoomRecordPage {
  rooms: RoomRecord[];
  total: number;
  nextCursor?: string;
}

/** Rooms: found and changed. `RoomFounder` makes them. */
@Publishes(RoomChanged)
export class RoomsService {
  constructor(
    private readonly repository: RoomsRepository,
    private readonly slugs: RoomSlugsService,
    private readonly access: RoomAccessService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly users: UsersService,
  ) {}

  /** The id of the room that a slug, present or old, or an id names, whoever may read it. */
  async resolve(reference: string): Promise<string | undefined> {
    return this.repository.resolve(reference);
  }

  /**
   * What the user may do in the room that a slug, present or old, or an id names.
   * @throws AppError `not_found` when there is none that the user may read
   */
  async open(userId: string, reference: string): Promise<RoomAccess> {
    const access = isId(reference)
      ? await this.access.find(userId, reference)
      : await this.repository.findAccessBySlug(userId, reference);
    return assertCanRead(access);
  }

  /** As `open`, for who wants to write there. @throws AppError `not_found`, `forbidden` for a visitor, `read_only` when archived */
  async openToWrite(userId: string, reference: string): Promise<RoomAccess> {
    return assertCanWrite(await this.open(userId, reference));
  }

  /**
   * As `open`, for who wants to change the room.
   * @throws AppError `not_found`, `forbidden` for whom neither owns nor moderates it, `read_only` when archived
   */
  async openToModerate(userId: string, reference: string): Promise<RoomAccess> {
    return assertCanChange(await this.open(userId, reference));
  }

  /** One room as the user may read it. @throws AppError `not_found` */
  async show(userId: string, roomId: string): Promise<RoomRecord> {
    const [room] = await this.repository.findReadable(userId, [roomId]);
    if (!room) throw notFound();
    return room;
  }

  /** The rooms that the user may read, of those asked for. */
  async showMany(userId: string, roomIds: readonly string[]): Promise<RoomRecord[]> {
    return roomIds.length === 0 ? [] : this.repository.findReadable(userId, roomIds);
  }

  /** A room, whoever asks; undefined when it is gone. */
  async describe(roomId: string): Promise<RoomRecord | undefined> {
    return this.repository.findAny(roomId);
  }

  /** What a room and its owner are called. @throws AppError `not_found` */
  async names(roomId: string): Promise<{ roomName: string; ownerName: string }> {
    const room = await this.repository.findAny(roomId);
    const owner = room && (await this.users.findMany([room.ownerId])).get(room.ownerId);
    if (!room || !owner) throw notFound();
    return { roomName: room.name, ownerName: owner.displayName };
  }

  /** A page of the rooms that the user may read, by name. */
  async list(
    userId: string,
    { q, scope, cursor, limit = LIMITS.pageSize.default }: RoomsQuery,
  ): Promise<RoomRecordPage> {
    const filter = { text: q, onlyMine: scope === 'mine' };
    const [sortedBy, id] = cursor === undefined ? [] : readCursor(cursor, ['string', 'id']);
    const after = sortedBy !== undefined && id !== undefined ? { sortedBy, id } : undefined;
    const found = await this.repository.list(userId, { ...filter, limit: limit + 1, ...(after && { after }) });
    const rooms = found.slice(0, limit);
    const last = rooms.at(-1);
    const nextCursor = found.length > limit && last ? writeCursor([last.sortedBy, last.id]) : undefined;
    return {
      rooms,
      total: await this.repository.countList(userId, filter),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** Rooms the user may read that changed since a transaction; all of them without it. */
  async listChanged(userId: string, sinceXid: string | undefined): Promise<RoomRecord[]> {
    return sinceXid === undefined
      ? this.repository.listReadable(userId)
      : this.repository.listChanged(userId, sinceXid);
  }

  /** Rooms that went out of the user's sight since a transaction. */
  async listGone(userId: string, sinceXid: string): Promise<string[]> {
    return this.repository.listGone(userId, sinceXid);
  }

  /**
   * Changes a room; what is absent stays. An old slug stays taken and leads here.
   * @throws AppError `not_found`, `forbidden`, `read_only`, `slug_taken`
   */
  async update(userId: string, reference: string, { slug, ...change }: UpdateRoomDto): Promise<string> {
    const { roomId } = await this.openToModerate(userId, reference);
    await this.transactions.run(async () => {
      const held = await this.hold(roomId);
      const columns = {
        ...change,
        ...(slug !== undefined && { slug: await this.slugs.claimExactly(slug, roomId) }),
      };
      if (Object.keys(columns).length === 0) return;
      if (change.visibility === 'private') await this.repository.hideFromVisitors(roomId);
      await this.change(roomId, held, columns);
    });
    return roomId;
  }

  /** Makes a room read-only for everybody, or ends that; again changes nothing. @throws AppError `not_found`, `forbidden` for all but its owner */
  async setArchived(userId: string, reference: string, isArchived: boolean): Promise<string> {
    const { roomId } = assertOwns(await this.open(userId, reference));
    await this.archive(roomId, isArchived);
    return roomId;
  }

  /** As `setArchived`, whoever asks: for those who keep the organisation. False when nothing changed. @throws AppError `not_found` */
  async archive(roomId: string, isArchived: boolean): Promise<boolean> {
    return this.transactions.run(async () => {
      const held = await this.hold(roomId);
      if (held.isArchived === isArchived) return false;
      await this.change(roomId, held, { archivedAt: isArchived ? new Date() : null });
      return true;
    });
  }

  /** Keeps a room from being deleted until the present transaction ends, for what is put into it. @throws AppError `not_found` when it is deleted */
  async keepStanding(roomId: string): Promise<void> {
    if (!(await this.repository.isStanding(roomId))) throw notFound();
  }

  /** Inside the transaction that changes what the room shows of its posts: the room counts as changed with it. @throws AppError `not_found` when it is deleted */
  async touch(roomId: string): Promise<void> {
    await this.change(roomId, await this.hold(roomId), {});
  }

  /** Gives a room another picture or none; returns the one before. @throws AppError `not_found`, `forbidden`, `read_only` */
  async setImage(userId: string, reference: string, imageId: string | null): Promise<string | null> {
    return this.transactions.run(async () => {
      const { roomId, visibility } = await this.openToModerate(userId, reference);
      const changed = await this.repository.setImage(roomId, imageId);
      if (changed) await this.events.publish(new RoomChanged(roomId, visibility, visibility));
      return changed?.previous ?? null;
    });
  }

  /** Changes of one room follow each other, and none follows its deletion. */
  private async hold(roomId: string): Promise<HeldRoom> {
    const room = await this.repository.hold(roomId);
    if (!room) throw notFound();
    return room;
  }

  private async change(roomId: string, { visibility }: HeldRoom, columns: Partial<RoomEntity>): Promise<void> {
    await this.repository.update(roomId, columns);
    this.access.forget(roomId);
    await this.events.publish(new RoomChanged(roomId, visibility, columns.visibility ?? visibility));
  }
}
