import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { AttachmentEntity } from './attachment.entity.js';
import type { OwnedAttachment, ProcessedPicture } from './attachment-record.js';

const COLUMNS = `id, coalesce(bytes_id, id) as "bytesId", room_id as "roomId", uploader_id as "uploaderId", message_id as "messageId", name, mime, size::float8 as size, width,
  height, alt, state, has_thumbnail as "hasThumbnail", gone_at is not null as "isGone"`;

/** What an upload's row starts with. */
export type NewAttachment = Omit<
  AttachmentEntity,
  'bytesId' | 'messageId' | 'postId' | 'position' | 'hasThumbnail' | 'goneAt'
>;

/** Every query on attachments, but for linking them to a message, which is part of storing it. */
@Injectable()
export class AttachmentsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(attachment: NewAttachment): Promise<void> {
    await this.transactions.manager.insert(AttachmentEntity, attachment);
  }

  /** Undefined when there is none, or its post is deleted. */
  async find(id: string): Promise<OwnedAttachment | undefined> {
    const [row] = await this.transactions.query<OwnedAttachment>(
      `select ${COLUMNS} from attachments
       where id = $1 and not exists (select from posts p where p.id = post_id and p.deleted_at is not null)`,
      [id],
    );
    return row;
  }

  /** Gives a file of the user's that is not sent yet another description; false when there is none such. */
  async setAlt(id: string, uploaderId: string, alt: string | null): Promise<boolean> {
    return this.changed(
      `update attachments set alt = $3 where id = $1 and uploader_id = $2 and message_id is null returning id`,
      [id, uploaderId, alt],
    );
  }

  /** Removes a file of the user's that is not sent yet; false when there is none such. */
  async deleteUnsent(id: string, uploaderId: string): Promise<boolean> {
    return this.changed(
      `delete from attachments where id = $1 and uploader_id = $2 and message_id is null returning id`,
      [id, uploaderId],
    );
  }

  /** Notes that the files of a message are gone; returns whose bytes they had. */
  async markGone(messageId: string): Promise<string[]> {
    return this.ids(
      `update attachments set gone_at = now() where message_id = $1 and gone_at is null returning coalesce(bytes_id, id) as id`,
      [messageId],
    );
  }

  /** Removes the files of messages; returns whose bytes they had. */
  async deleteOf(messageIds: readonly string[]): Promise<string[]> {
    return this.ids(`delete from attachments where message_id = any($1) returning coalesce(bytes_id, id) as id`, [
      messageIds,
    ]);
  }

  /** Of the ids of bytes, those that no file has which somebody may still read. None of them can be shared any more. */
  async findUnused(bytesIds: readonly string[]): Promise<string[]> {
    return this.ids(
      `select i.id from unnest($1::uuid[]) as i (id)
       where not exists (select from attachments a where coalesce(a.bytes_id, a.id) = i.id and a.gone_at is null and a.state <> 'rejected')`,
      [bytesIds],
    );
  }

  /**
   * Notes that a picture is ready, or rejected without `result`, while it is still in processing and belongs to the
   * message that the caller believes; false otherwise.
   */
  async settle(id: string, messageId: string | null, result: ProcessedPicture | undefined): Promise<boolean> {
    const { name, mime, size, width, height } = result ?? {};
    return this.changed(
      `update attachments set state = case when $3::text is null then 'rejected' else 'ready' end, has_thumbnail = $3::text is not null,
         name = coalesce($3, name), mime = coalesce($4, mime), size = coalesce($5, size),
         width = coalesce($6, width), height = coalesce($7, height)
       where id = $1 and message_id is not distinct from $2 and state = 'processing' and gone_at is null returning id`,
      [id, messageId, name ?? null, mime ?? null, size ?? null, width ?? null, height ?? null],
    );
  }

  /** Removes files that were never sent since `before`; returns which. */
  async deleteUnsentBefore(before: Date): Promise<string[]> {
    return this.ids(`delete from attachments where message_id is null and created_at < $1 returning id`, [before]);
  }

  /** Pictures that should have been processed by now. */
  async findUnprocessed(before: Date): Promise<string[]> {
    return this.ids(`select id from attachments where state = 'processing' and gone_at is null and created_at < $1`, [
      before,
    ]);
  }

  /** Of the ids of bytes, those that nobody may read any more, and those of which only the cleaned ones may be. */
  async sort(ids: readonly string[]): Promise<{ dead: string[]; cleaned: string[] }> {
    const rows = await this.transactions.query<{ id: string; isDead: boolean }>(
      `select i.id, count(a.id) = 0 as "isDead"
       from unnest($1::uuid[]) as i (id)
       left join attachments a on coalesce(a.bytes_id, a.id) = i.id and a.gone_at is null and a.state <> 'rejected'
       group by i.id having bool_or(a.state = 'processing') is not true`,
      [ids],
    );
    const [dead, cleaned] = [rows.filter((row) => row.isDead), rows.filter((row) => !row.isDead)];
    return { dead: dead.map(({ id }) => id), cleaned: cleaned.map(({ id }) => id) };
  }

  private async changed(sql: string, parameters: unknown[]): Promise<boolean> {
    return (await this.transactions.query(sql, parameters)).length > 0;
  }

  private async ids(sql: string, parameters: unknown[]): Promise<string[]> {
    return (await this.transactions.query<{ id: string }>(sql, parameters)).map(({ id }) => id);
  }
}
