import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';

/** A file that somebody may read, now or once it is processed. */
export interface KeptFile {
  id: string;
  /** The file that its bytes came with. */
  bytesId: string;
  /** Bytes. */
  size: number;
  isProcessed: boolean;
  hasThumbnail: boolean;
}

/** How long the bytes of a file may outlive it. */
export const SWEPT_HOURS = 2;

const IS_READABLE = `a.gone_at is null and a.state <> 'rejected'`;
const KEPT = `a.id, coalesce(a.bytes_id, a.id) as "bytesId", a.size::float8 as size, a.state = 'ready' as "isProcessed", a.has_thumbnail as "hasThumbnail"`;
const IMAGES = `select image_id as id, null::uuid as room_id from users union all select image_id, id from rooms
  union all select image_id, room_id from posts union all select logo_image_id, null from organisation`;

/** What the database says about the bytes in the storage. Asked batch by batch: a long snapshot would hold up a busy server. */
@Injectable()
export class FilesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Readable files by id, after one. */
  async page(roomId: string | undefined, after: string, limit: number): Promise<KeptFile[]> {
    return this.transactions.query<KeptFile>(
      `select ${KEPT} from attachments a
       where ${IS_READABLE} and a.id > $2 and ($1::uuid is null or a.room_id = $1) order by a.id limit $3`,
      [roomId ?? null, after, limit],
    );
  }

  /** Of the ids, the files that are readable now. */
  async find(ids: readonly string[]): Promise<KeptFile[]> {
    return this.transactions.query<KeptFile>(
      `select ${KEPT} from attachments a where ${IS_READABLE} and a.id = any($1)`,
      [ids],
    );
  }

  /** Pictures that people, rooms, posts and the organisation show, by id, after one. */
  async pageOfImages(roomId: string | undefined, after: string, limit: number): Promise<string[]> {
    return this.ids(
      `select id from (${IMAGES}) i where id > $2 and ($1::uuid is null or room_id = $1) order by id limit $3`,
      [roomId ?? null, after, limit],
    );
  }

  /** Of the ids, the pictures that are shown now. */
  async findImages(ids: readonly string[]): Promise<string[]> {
    return this.ids(`select id from (${IMAGES}) i where id = any($1)`, [ids]);
  }

  /** Of the ids of bytes, those that should have been deleted by now, and those of which the original should. */
  async findLeftOver(ids: readonly string[]): Promise<{ dead: string[]; cleaned: string[] }> {
    const rows = await this.transactions.query<{ id: string; isDead: boolean }>(
      `select i.id, count(a.id) filter (where ${IS_READABLE}) = 0 as "isDead"
       from unnest($1::uuid[]) as i (id) left join attachments a on coalesce(a.bytes_id, a.id) = i.id
       group by i.id
       having bool_or(${IS_READABLE} and a.state = 'processing') is not true
         and (bool_or(${IS_READABLE}) or coalesce(max(a.gone_at), '-infinity') < now() - interval '${String(SWEPT_HOURS)} hours')`,
      [ids],
    );
    const [dead, cleaned] = [rows.filter(({ isDead }) => isDead), rows.filter(({ isDead }) => !isDead)];
    return { dead: dead.map(({ id }) => id), cleaned: cleaned.map(({ id }) => id) };
  }

  private async ids(sql: string, parameters: unknown[]): Promise<string[]> {
    return (await this.transactions.query<{ id: string }>(sql, parameters)).map(({ id }) => id);
  }
}
