import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CHANGE_XID } from '../database/change-xid.js';

const PRIMARY_KEY = { primaryKeyConstraintName: 'pk_read_marks' };

/** How far a room member has read a post; without a row, nothing yet. */
@Entity('read_marks')
@Index('ix_read_marks_post', ['postId'])
@Index('ix_read_marks_change', ['userId', 'changeXid'])
export class ReadMarkEntity {
  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('users', { name: 'fk_read_marks_user', onDelete: 'CASCADE' })
  userId!: string;

  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('posts', { name: 'fk_read_marks_post', onDelete: 'CASCADE' })
  postId!: string;

  @Column('integer')
  readSeq!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column(CHANGE_XID)
  changeXid!: string;
}
