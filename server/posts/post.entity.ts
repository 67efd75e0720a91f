import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PostKind, PostState } from '#contracts/post.dto.js';
import { CHANGE_XID } from '../database/change-xid.js';

/** A stream of messages in a room. What counts its messages is apart (`post_heads`), so that editing a title never waits for chat. */
@Entity('posts')
@Index('uq_posts_room_slug', { synchronize: false })
@Index('uq_posts_chat', { synchronize: false })
@Index('uq_posts_image', { synchronize: false })
@Index('ix_posts_change', ['changeXid'])
@Index('ix_posts_deleted', { synchronize: false })
@Check('ck_posts_kind', `kind in ('chat', 'topic')`)
@Check('ck_posts_state', `state in ('active', 'resolved')`)
export class PostEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_posts' })
  id!: string;

  @Column('uuid')
  @ForeignKey('rooms', { name: 'fk_posts_room', onDelete: 'CASCADE' })
  roomId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  kind!: PostKind;

  @Column('text')
  title!: string;

  /** What it is found by; null until it is computed, when an older program made the row. */
  @Column({ type: 'text', nullable: true })
  searchKey!: string | null;

  /** What it is sorted by among names; null as the key above. */
  @Column({ type: 'text', nullable: true })
  sortKey!: string | null;

  @Column({ type: 'text', default: '' })
  about!: string;

  /** Its picture in the storage. */
  @Column({ type: 'uuid', nullable: true })
  imageId!: string | null;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_posts_author' })
  authorId!: string;

  @Column({ type: 'text', default: 'active' })
  state!: PostState;

  /** Null while it is active. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  resolvedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('users', { name: 'fk_posts_resolver' })
  resolvedById!: string | null;

  /** From then on it is there for nobody; the rest of it is cleared soon. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column(CHANGE_XID)
  changeXid!: string;
}
