import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Whose files are meant: those of a room, or of one of its posts. */
export type FilesOf = { postId: string } | { roomId: string };

/** How many files there are, and how large they are together. */
export interface FileSum {
  files: number;
  fileBytes: number;
}

// As the indexes say it.
const LISTED = `a.message_id is not null and a.gone_at is null and a.state <> 'rejected'`;

/** Every query on the files of what is deleted, or may be. */
@Injectable()
export class AttachmentErasureRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The files of live messages. */
  async sum(place: FilesOf): Promise<FileSum> {
    const [where, id] = whereOf(place);
    const [row] = await this.transactions.query<FileSum>(
      `select count(*)::int as files, coalesce(sum(a.size), 0)::float8 as "fileBytes" from attachments a
       where ${LISTED} and ${where} and not exists (select from posts p where p.id = a.post_id and p.deleted_at is not null)`,
      [id],
    );
    return row ?? { files: 0, fileBytes: 0 };
  }

  /** Some files, from now on without bytes; returns which, and whose bytes they had. */
  async markSome(place: FilesOf, limit: number): Promise<{ id: string; bytesId: string }[]> {
    const [where, id] = whereOf(place);
    return this.transactions.query<{ id: string; bytesId: string }>(
      `update attachments set gone_at = coalesce(gone_at, now())
       where id = any(array(select a.id from attachments a where ${where} limit $2)) returning id, coalesce(bytes_id, id) as "bytesId"`,
      [id, limit],
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.transactions.query(`delete from attachments where id = any($1)`, [ids]);
  }
}

function whereOf(place: FilesOf): [where: string, id: string] {
  return 'postId' in place ? ['a.post_id = $1', place.postId] : ['a.room_id = $1', place.roomId];
}
