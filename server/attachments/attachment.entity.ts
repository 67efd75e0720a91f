import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AttachmentState } from '#contracts/attachment.dto.js';

const BYTES = { to: (value: number) => value, from: (value: string) => Number(value) };

/** A file, waiting for its message (`messageId` null) or part of it. Its bytes are in the storage under its id, or shared with another. */
@Entity('attachments')
@Index('ix_attachments_message', ['messageId'])
@Index('ix_attachments_room', ['roomId'])
@Index('ix_attachments_post_shared', { synchronize: false })
@Index('ix_attachments_room_shared', { synchronize: false })
@Index('ix_attachments_bytes', { synchronize: false })
@Index('ix_attachments_waiting', { synchronize: false })
@Index('ix_attachments_processing', { synchronize: false })
@Check('ck_attachments_state', `state in ('processing', 'ready', 'rejected')`)
export class AttachmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attachments' })
  id!: string;

  /** The file that these bytes came with, when it was forwarded; null: they are its own. */
  @Column({ type: 'uuid', nullable: true })
  bytesId!: string | null;

  @Column('uuid')
  @ForeignKey('rooms', { name: 'fk_attachments_room', onDelete: 'CASCADE' })
  roomId!: string;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_attachments_uploader' })
  uploaderId!: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('messages', { name: 'fk_attachments_message', onDelete: 'CASCADE' })
  messageId!: string | null;

  /** The post of its message. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('posts', { name: 'fk_attachments_post', onDelete: 'CASCADE' })
  postId!: string | null;

  @Column({ type: 'smallint', default: 0 })
  position!: number;

  @Column('text')
  name!: string;

  @Column('text')
  mime!: string;

  @Column({ type: 'bigint', transformer: BYTES })
  size!: number;

  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  @Column({ type: 'text', nullable: true })
  alt!: string | null;

  @Column('text')
  state!: AttachmentState;

  @Column({ type: 'boolean', default: false })
  hasThumbnail!: boolean;

  /** When its message was taken back: from then on it answers 410 and its bytes are deleted. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  goneAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
