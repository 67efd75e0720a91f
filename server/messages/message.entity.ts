import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StoredForward } from './message-record.js';
import type { MessageKind, MessageState, SystemText } from '#contracts/message.dto.js';

/** A message. `seq` is its number in the post, `rev` the number of its last change; both come from the post's head. */
@Entity('messages')
@Unique('uq_messages_post_seq', ['postId', 'seq'])
@Index('ix_messages_post_rev', ['postId', 'rev'])
@Index('ix_messages_post_writer', { synchronize: false })
@Index('ix_messages_reply_to', { synchronize: false })
@Check('ck_messages_kind', `kind in ('text', 'system')`)
@Check('ck_messages_state', `state in ('live', 'recalled', 'removed')`)
@Check('ck_messages_lost_quote', 'lost_quote is null or reply_to_id is not null')
@Check(
  'ck_messages_tombstone',
  `state = 'live' or (text = '' and system is null and reply_to_id is null and forwarded is null)`,
)
export class MessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_messages' })
  id!: string;

  @Column('uuid')
  @ForeignKey('posts', { name: 'fk_messages_post', onDelete: 'CASCADE' })
  postId!: string;

  @Column('integer')
  seq!: number;

  @Column('integer')
  rev!: number;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_messages_author' })
  authorId!: string;

  @Column({ type: 'uuid', nullable: true })
  clientId!: string | null;

  @Column('text')
  kind!: MessageKind;

  @Column('text')
  text!: string;

  @Column({ type: 'jsonb', nullable: true })
  system!: SystemText | null;

  @Column({ type: 'text', default: 'live' })
  state!: MessageState;

  @Column({ type: 'uuid', nullable: true })
  replyToId!: string | null;

  /** What is left of the message that it answers, once the time of that one was over. */
  @Column({ type: 'jsonb', nullable: true })
  lostQuote!: { seq: number; authorId: string } | null;

  /** What it forwards. */
  @Column({ type: 'jsonb', nullable: true })
  forwarded!: StoredForward | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;
}
