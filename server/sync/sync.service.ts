import { Injectable } from '@nestjs/common';
import type { Sync } from '#contracts/sync.dto.js';
import { ReadMarksService } from '../messages/read-marks.service.js';
import { MemberList } from '../rooms/member-list.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { ChangedPosts } from './changed-posts.js';
import { RoomViews } from './room-views.js';
import { type SnapshotMark, SyncRepository } from './sync.repository.js';

/** What changed for a user since a cursor: the oldest transaction still running when it was made, so it may repeat and never misses. */
@Injectable()
export class SyncService {
  constructor(
    private readonly repository: SyncRepository,
    private readonly rooms: RoomsService,
    private readonly members: MemberList,
    private readonly marks: ReadMarksService,
    private readonly views: RoomViews,
    private readonly posts: ChangedPosts,
  ) {}

  /** Everything when the cursor is absent or unknown (`full`), else what changed since. */
  async since(userId: string, cursor: string | undefined): Promise<Sync> {
    // The mark is taken first: what commits while the rest is read is in this answer or in the next, or in both.
    const mark = await this.repository.mark();
    const sinceXid = cursor === undefined ? undefined : readSyncCursor(cursor, mark);
    const answer = sinceXid === undefined ? await this.everything(userId) : await this.changes(userId, sinceXid);
    return { cursor: `${mark.database}.${mark.xmin}`, full: sinceXid === undefined, ...answer };
  }

  private async everything(userId: string): Promise<Omit<Sync, 'cursor' | 'full'>> {
    const [rooms, own, marks] = await Promise.all([
      this.rooms.listChanged(userId, undefined),
      this.members.listOwn(userId, undefined),
      this.marks.list(userId, undefined),
    ]);
    const posts = await this.posts.all(
      userId,
      own.map(({ roomId }) => roomId),
    );
    return {
      rooms: await this.views.compose(userId, rooms),
      posts,
      memberships: own.map(presentOwn),
      marks,
      gone: { rooms: [], posts: [] },
    };
  }

  private async changes(userId: string, sinceXid: string): Promise<Omit<Sync, 'cursor' | 'full'>> {
    const [rooms, gone, own, changedOwn, marks] = await Promise.all([
      this.rooms.listChanged(userId, sinceXid),
      this.rooms.listGone(userId, sinceXid),
      this.members.listOwn(userId, undefined),
      this.members.listOwn(userId, sinceXid),
      this.marks.list(userId, sinceXid),
    ]);
    const memberOf = own.map(({ roomId }) => roomId);
    const present = changedOwn.filter(({ leftAt }) => !leftAt);
    const posts = await this.posts.find(
      userId,
      memberOf,
      present.map(({ roomId }) => roomId),
      sinceXid,
    );
    const memberships = present.map(presentOwn);
    return {
      rooms: await this.views.compose(userId, rooms),
      posts,
      memberships,
      marks,
      gone: { rooms: gone, posts: await this.posts.gone(memberOf, sinceXid) },
    };
  }
}

/** The transaction that a cursor names; undefined when it is not of this database's past. */
function readSyncCursor(cursor: string, { database, xmin }: SnapshotMark): string | undefined {
  const [from, xid = ''] = cursor.split('.');
  const isKnown = from === database && /^\d{1,19}$/u.test(xid) && BigInt(xid) <= BigInt(xmin);
  return isKnown ? xid : undefined;
}

function presentOwn(member: Awaited<ReturnType<MemberList['listOwn']>>[number]): Sync['memberships'][number] {
  const { roomId, role, joinedAt, version } = member;
  return { roomId, role, joinedAt: joinedAt.toISOString(), version };
}
