import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { NodeEntity } from './node.entity.js';

/** Silent for longer, a node counts as dead. */
const SILENT = `interval '30 seconds'`;
const LISTED = `interval '1 day'`;

/** What a node says of itself; times are the database's, so that nodes need not agree on theirs. */
export type Beat = Omit<NodeEntity, 'seenAt' | 'startedAt'> & { upSeconds: number };

/** A node as others see it. */
export type NodeRecord = NodeEntity & { isAlive: boolean };

/** Every query on the nodes. */
@Injectable()
export class NodesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Notes that a node lives, and forgets silent ones: those of yesterday, and the one in whose place it was started. */
  async beat({ id, role, host, version, sockets, errors, upSeconds }: Beat): Promise<void> {
    await this.transactions.query(
      `with gone as (
         delete from nodes where id <> $1 and (seen_at < now() - ${LISTED} or (host = $3 and role = $2
           and seen_at < now() - ${SILENT} and seen_at < now() - make_interval(secs => $7)))
       )
       insert into nodes (id, role, host, version, sockets, errors, started_at, seen_at)
       values ($1, $2, $3, $4, $5, $6, now() - make_interval(secs => $7), now())
       on conflict (id) do update set seen_at = now(), sockets = excluded.sockets, errors = excluded.errors`,
      [id, role, host, version, sockets, JSON.stringify(errors), upSeconds],
    );
  }

  /** Forgets a node that stops. */
  async remove(id: string): Promise<void> {
    await this.transactions.query(`delete from nodes where id = $1`, [id]);
  }

  /** The nodes that live or fell silent within a day. */
  async list(): Promise<NodeRecord[]> {
    return this.transactions.query<NodeRecord>(
      `select id, role, host, version, started_at as "startedAt", seen_at as "seenAt", sockets, errors,
         seen_at > now() - ${SILENT} as "isAlive"
       from nodes where seen_at > now() - ${LISTED} order by started_at, id`,
    );
  }
}
