import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { UserRole } from '#contracts/user.dto.js';
import { containsPattern } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import type { Invite } from './invite.js';
import { InviteEntity } from './invite.entity.js';

/** An invitation, with what its maker is now. */
type FoundInvite = Omit<Invite, 'admitsNewcomers'> & { makerRole: UserRole };

/** Which invitations of people a list asks for; the newest first, after the one named. */
export interface InvitationFilter {
  text?: string;
  after?: string;
  limit: number;
}

/** What only admins send ends when its maker is none any more. */
const USABLE = `i.expires_at > $2 and (i.uses_left is null or i.uses_left > 0)
  and u.id = i.maker_id and u.status = 'active' and (i.email is null or u.role <> 'member')`;

/** Every query on invitations. */
@Injectable()
export class InvitesRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(invite: InviteEntity): Promise<void> {
    await this.transactions.manager.insert(InviteEntity, invite);
  }

  /** Stores the invitation of a person in the place of an earlier one to the same address. */
  async invite({ id, tokenHash, makerId, roomIds, email, role, createdAt, expiresAt }: InviteEntity): Promise<void> {
    await this.transactions.query(
      `insert into invites (id, token_hash, maker_id, room_ids, email, role, uses_left, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, 1, $7, $8)
       on conflict (lower(email)) do update set id = excluded.id, token_hash = excluded.token_hash, maker_id = excluded.maker_id,
         room_ids = excluded.room_ids, email = excluded.email, role = excluded.role, uses_left = 1, used = 0,
         created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [id, tokenHash, makerId, roomIds, email, role, createdAt, expiresAt],
    );
  }

  /** The invitation that can be accepted now. */
  async findUsable(tokenHash: string, now: Date): Promise<FoundInvite | undefined> {
    const [row] = await this.transactions.query<FoundInvite>(
      `select i.token_hash as "tokenHash", i.maker_id as "makerId", u.display_name as "makerName", u.role as "makerRole",
         i.room_ids as "roomIds", i.email, i.role, i.expires_at as "expiresAt"
       from invites i, users u where i.token_hash = $1 and ${USABLE}`,
      [tokenHash, now],
    );
    return row;
  }

  /** Counts one use; false when somebody was faster. */
  async use(tokenHash: string, now: Date): Promise<boolean> {
    const rows = await this.transactions.query(
      `update invites i set used = i.used + 1, uses_left = i.uses_left - 1 from users u
       where i.token_hash = $1 and ${USABLE} returning i.id`,
      [tokenHash, now],
    );
    return rows.length > 0;
  }

  /** The links into a room that work, of those makers, the newest first. */
  async listLinks(roomId: string, makerIds: readonly string[], now: Date, limit: number): Promise<InviteEntity[]> {
    return this.transactions.manager
      .createQueryBuilder(InviteEntity, 'i')
      .where('i.email is null and i.roomIds @> array[:roomId]::uuid[] and i.makerId = any(:makerIds)')
      .andWhere('i.expiresAt > :now and (i.usesLeft is null or i.usesLeft > 0)')
      .setParameters({ roomId, makerIds: [...makerIds], now })
      .orderBy('i.id', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** Takes a link into a room away; false when there is none. */
  async removeLink(roomId: string, id: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `delete from invites where id = $2 and email is null and room_ids @> array[$1]::uuid[] returning id`,
      [roomId, id],
    );
    return rows.length > 0;
  }

  /** Forgets links that are over. */
  async sweepLinks(now: Date): Promise<void> {
    await this.transactions.query(`delete from invites where email is null and (expires_at <= $1 or uses_left = 0)`, [
      now,
    ]);
  }

  /** The page of people who are invited and have not come, after the filter's key, and how many there are in all. */
  async listPeople({ text, after, limit }: InvitationFilter): Promise<{ invites: InviteEntity[]; total: number }> {
    const query = this.waiting();
    if (text) query.andWhere('i.email ilike :like', { like: containsPattern(text) });
    const total = await query.getCount();
    if (after !== undefined) query.andWhere('i.id < :after', { after });
    return { invites: await query.orderBy('i.id', 'DESC').limit(limit).getMany(), total };
  }

  /** Somebody's invitation, held until the transaction ends. */
  async holdPerson(id: string): Promise<InviteEntity | null> {
    return this.waiting().andWhere('i.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** The invitation to an address, held until the transaction ends. */
  async holdAddress(email: string): Promise<InviteEntity | null> {
    return this.waiting().andWhere('lower(i.email) = lower(:email)', { email }).setLock('pessimistic_write').getOne();
  }

  /** Gives an invitation another secret, maker and end. */
  async renew(id: string, change: Pick<InviteEntity, 'tokenHash' | 'makerId' | 'expiresAt'>): Promise<void> {
    await this.transactions.manager.update(InviteEntity, { id }, change);
  }

  async removePerson(id: string): Promise<void> {
    await this.transactions.manager.delete(InviteEntity, { id });
  }

  private waiting(): SelectQueryBuilder<InviteEntity> {
    return this.transactions.manager
      .createQueryBuilder(InviteEntity, 'i')
      .where('i.email is not null and i.usesLeft > 0');
  }
}
