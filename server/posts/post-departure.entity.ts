import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CHANGE_XID } from '../database/change-xid.js';

/** That a post was deleted, for those who were away. */
@Entity('post_departures')
@Index('ix_post_departures_room', ['roomId'])
@Index('ix_post_departures_change', ['changeXid'])
export class PostDepartureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_post_departures' })
  id!: string;

  @Column('uuid')
  @ForeignKey('rooms', { name: 'fk_post_departures_room', onDelete: 'CASCADE' })
  roomId!: string;

  @Column('uuid')
  postId!: string;

  @Column(CHANGE_XID)
  changeXid!: string;
}
