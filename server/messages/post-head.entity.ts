import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CHANGE_XID } from '../database/change-xid.js';

/** Where a post's numbering stands. Every change of a message takes its row lock, so it is small and apart from the post. */
@Entity('post_heads')
@Index('ix_post_heads_room_active', ['roomId', 'activeAt'])
@Index('ix_post_heads_change', ['changeXid'])
export class PostHeadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_post_heads' })
  @ForeignKey('posts', { name: 'fk_post_heads_post', onDelete: 'CASCADE' })
  postId!: string;

  @Column('uuid')
  @ForeignKey('rooms', { name: 'fk_post_heads_room', onDelete: 'CASCADE' })
  roomId!: string;

  @Column({ type: 'integer', default: 1 })
  firstSeq!: number;

  @Column({ type: 'integer', default: 0 })
  lastSeq!: number;

  @Column({ type: 'integer', default: 0 })
  rev!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  activeAt!: Date;

  @Column(CHANGE_XID)
  changeXid!: string;
}
