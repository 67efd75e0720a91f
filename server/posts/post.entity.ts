import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PostKind, PostState } from '#contracts/post.dto.js';
import { CHANGE_XID } from '../database/change-xid.js';

/** A stream of messages in a room. What counts its messages is apart (`post_heads`), so that editing a title never waits for chat. */
@Entity('posts')
@Unique('uq_posts_room_slug', ['roomId', 'slug'])
@Index('uq_posts_chat', { synchronize: false })
@Index('uq_posts_image', { synchronize: false })
@Index('ix_posts_change', ['changeXid'])
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

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column(CHANGE_XID)
  changeXid!: string;
}
