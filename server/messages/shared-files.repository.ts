import { Injectable } from '@nestjs/common';
import type { FileKind } from '#contracts/attachment.dto.js';
import type { AttachmentRecord } from '../attachments/attachment-record.js';
import { DOCUMENT_TYPES } from '../attachments/file-kinds.js';
import { Transactions } from '../database/transactions.js';

/** Whose files are listed. */
export type FilePlace = { roomId: string } | { postId: string };

/** The file after which a page begins, in the order of the list. */
export interface FileKey {
  messageId: string;
  position: number;
}

/** A file of a live message. */
export interface SharedFileRecord extends AttachmentRecord, FileKey {
  postId: string;
  seq: number;
  authorId: string;
  at: Date;
}

// As the indexes say it.
const LISTED = `a.message_id is not null and a.gone_at is null and a.state <> 'rejected'`;
const STANDING = `not exists (select from posts p where p.id = a.post_id and p.deleted_at is not null)`;
const OF_KIND = `($2::text is null or $2 = case when a.width is not null then 'picture' when a.mime like any($3) then 'document' else 'other' end)`;
const COLUMNS = `a.id, a.name, a.mime, a.size::float8 as size, a.width, a.height, a.alt, a.state, a.has_thumbnail as "hasThumbnail",
  a.message_id as "messageId", a.position, a.post_id as "postId", m.seq, m.author_id as "authorId", m.created_at as at`;

/** Lists of the files of live messages. Ids of messages rise with time, so they give the order. */
@Injectable()
export class SharedFilesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Files in the reverse of the order in which one reads them, after a key. */
  async page(
    place: FilePlace,
    kind: FileKind | undefined,
    after: FileKey | undefined,
    limit: number,
  ): Promise<SharedFileRecord[]> {
    const { column, id } = columnOf(place);
    return this.transactions.query<SharedFileRecord>(
      `select ${COLUMNS} from (
         select * from attachments a
         where ${LISTED} and ${STANDING} and ${column} = $1 and ${OF_KIND} and ($4::uuid is null or (a.message_id, a.position) < ($4, $5::int))
         order by a.message_id desc, a.position desc limit $6
       ) a join messages m on m.id = a.message_id order by a.message_id desc, a.position desc`,
      [id, kind ?? null, DOCUMENT_TYPES, after?.messageId ?? null, after?.position ?? null, limit],
    );
  }

  async count(place: FilePlace, kind: FileKind | undefined): Promise<number> {
    const { column, id } = columnOf(place);
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from attachments a where ${LISTED} and ${STANDING} and ${column} = $1 and ${OF_KIND}`,
      [id, kind ?? null, DOCUMENT_TYPES],
    );
    return row?.total ?? 0;
  }
}

function columnOf(place: FilePlace): { column: string; id: string } {
  return 'roomId' in place ? { column: 'a.room_id', id: place.roomId } : { column: 'a.post_id', id: place.postId };
}
